import fs from 'node:fs';

/** Whether a process of ours with this id lives; after a crash the id may belong to a stranger. */
export function isRunning(pid) {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  try {
    return /node/.test(fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Claims a folder for this process, until `release`.
 *
 * @param {string} file holds the id of the owner
 * @returns {(() => void) | number} `release`, or the id of the process that has it
 */
export function claim(file) {
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = Number(fs.readFileSync(file, 'utf8'));
    const justMade = owner === 0 && Date.now() - fs.statSync(file).mtimeMs < 2000;
    if (isRunning(owner) || justMade) return owner;
    fs.rmSync(file, { force: true });
  }
}
