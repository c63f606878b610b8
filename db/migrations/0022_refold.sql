-- Folding knows more (small kana) and the company's name is searched too: the keys are made again at the next start.
UPDATE work_request SET division_key = NULL;
