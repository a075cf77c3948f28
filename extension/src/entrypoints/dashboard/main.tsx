import { RankingPage } from '../../features/ranking/RankingPage.tsx';
import { showScreen } from '../../ui/show-screen.tsx';

showScreen('extension/dashboard', <RankingPage />);
