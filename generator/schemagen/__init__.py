"""One specification in; reversible PostgreSQL migrations, policies, TypeScript types and Zod schemas out."""

# The only place of the version: the build reads it from this file, and the command needs no package metadata.
__version__ = "0.1.0"
