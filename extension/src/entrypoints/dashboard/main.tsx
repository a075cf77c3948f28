import { Dashboard } from '../../features/dashboard/Dashboard.tsx';
import { showScreen } from '../../ui/show-screen.tsx';

showScreen('extension/dashboard', <Dashboard />);
