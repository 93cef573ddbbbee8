"""Model and plan in, the texts of the output files by path out; one file per kind of output."""
