"""One coroutine for each thing a person can want."""
