// The page's own worker: tells every request that comes through it.
addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
addEventListener('fetch', (event) => {
  const { url, mode, destination } = event.request;
  new BroadcastChannel('hostile').postMessage({ fetched: `${new URL(url).protocol} ${mode} ${destination}` });
});
