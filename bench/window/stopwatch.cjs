// Loaded into Electron's main process before the app under measurement (`-r`), so that nothing of a driver runs beside it.
// Prints the moment (epoch ms) of the first frame after the page became usable; COUNTERPART_USABLE is the page's own test.
const { app } = require('electron');

const page = `new Promise((resolve) => {
  const usable = () => Boolean(${process.env.COUNTERPART_USABLE});
  const moment = () => performance.timeOrigin + performance.now();
  const look = () => requestAnimationFrame(() => (usable() ? requestAnimationFrame(() => resolve(moment())) : look()));
  look();
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    contents.mainFrame.executeJavaScript(page).then((atMs) => {
      process.stdout.write(`usable ${atMs}\n`);
    });
  });
});
