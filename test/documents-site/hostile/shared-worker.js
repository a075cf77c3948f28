// Hears whatever any context of this origin says on a channel or by connecting.
const heard = [];
new BroadcastChannel('hostile-worker').onmessage = ({ data }) => heard.push(data);
addEventListener('connect', (event) => {
  for (const port of event.ports) port.onmessage = () => port.postMessage(heard);
});
