// Runs the command `schemagen` of the project's virtual environment, on every system, for the scripts of package.json.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const command = process.platform === "win32" ? "../.venv/Scripts/schemagen.exe" : "../.venv/bin/schemagen";
const path = fileURLToPath(new URL(command, import.meta.url));
if (!existsSync(path)) {
  console.error("schemagen is not installed in this project yet: run `make setup` first");
  process.exit(2);
}
const result = spawnSync(path, process.argv.slice(2), { stdio: "inherit" });
if (result.error) throw result.error;
process.exit(result.status ?? 128);
