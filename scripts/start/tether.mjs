/**
 * Loaded into the tools that `npm start` runs (npm, the compiler, the migration): when the starter is gone (kill -9), the
 * tool and what it has started end at once. What they were at is repeated or was undone.
 */
process.on('disconnect', () =>
  process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'),
);
process.channel?.unref();
