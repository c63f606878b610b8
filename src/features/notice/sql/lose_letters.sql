UPDATE mail SET state = 'unsure', settled_at = $2, taken_at = NULL WHERE state = 'sending' AND taken_at < $1
