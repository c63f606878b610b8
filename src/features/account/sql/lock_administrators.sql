UPDATE person SET version = version WHERE administrator = 1
