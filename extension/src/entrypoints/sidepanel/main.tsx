import { SidePanel } from '../../features/side-panel/SidePanel.tsx';
import { showScreen } from '../../ui/show-screen.tsx';

showScreen('extension/sidepanel', <SidePanel />);
