"""One file per rule: the list of the files is the list of the rules, and a file's docstring is the rule's page."""
