/** Whoever read what we say may be gone before us (`| head`), which is no error. */
export function whenUnread(act) {
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    act();
  });
}
