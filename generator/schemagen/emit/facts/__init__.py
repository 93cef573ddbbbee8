"""What the TypeScript and the Zod emitter must agree on: in, a project; out, facts about every column on the wire."""
