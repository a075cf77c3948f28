import { AccessPage } from '../access/AccessPage.tsx';
import { AdaptersPage } from '../adapter-builder/AdaptersPage.tsx';
import { CalibrationPage } from '../calibration/CalibrationPage.tsx';
import { CataloguePage } from '../catalogue/CataloguePage.tsx';
import { ClosingPage } from '../closing/ClosingPage.tsx';
import { CommendationPage } from '../commendation/CommendationPage.tsx';
import { ComparisonPage } from '../comparison/ComparisonPage.tsx';
import { CoordinationPage } from '../coordination/CoordinationPage.tsx';
import { DataProtectionPage } from '../data-protection/DataProtectionPage.tsx';
import { DisciplinePage } from '../discipline/DisciplinePage.tsx';
import { ExportsPage } from '../exports/ExportsPage.tsx';
import { FeedbackPage } from '../feedback/FeedbackPage.tsx';
import { ImportsPage } from '../imports/ImportsPage.tsx';
import { offeredKinds } from '../imports/import-kinds.ts';
import { InspectionPage } from '../inspection/InspectionPage.tsx';
import { OwnDataPage } from '../own-data/OwnDataPage.tsx';
import { PetitionsPage } from '../petitions/PetitionsPage.tsx';
import { RankingPage } from '../ranking/RankingPage.tsx';
import { RecommendationsPage } from '../recommendations/RecommendationsPage.tsx';
import { RegisterTablesPage } from '../register-tables/RegisterTablesPage.tsx';
import { ReportPage } from '../report/ReportPage.tsx';
import { RuleSetsPage } from '../rules/RuleSetsPage.tsx';
import { SimulationPage } from '../rules/SimulationPage.tsx';
import { may, type Viewer } from '../session/viewer.ts';
import { ShortlistPage } from '../shortlist/ShortlistPage.tsx';
import { DelegationPage } from '../staff/DelegationPage.tsx';
import { StaffPage } from '../staff/StaffPage.tsx';
import { SummariesPage } from '../summaries/SummariesPage.tsx';
import { UnitResultsPage } from '../unit-results/UnitResultsPage.tsx';
import { UnitsPage } from '../units/UnitsPage.tsx';
import { WebhooksPage } from '../webhooks/WebhooksPage.tsx';
import { OwnYearPage } from '../year/OwnYearPage.tsx';
import { PublishedPage } from '../year/PublishedPage.tsx';
import { YearPage } from '../year/YearPage.tsx';
import { type Screen, screenPaths } from './screen.ts';

/** Every screen, in the order of the navigation. The first one that a viewer may open is the one he begins with. */
export const screens: readonly Screen[] = [
  {
    name: 'ranking',
    path: 'xep-hang',
    group: 'results',
    isFor: (viewer) => may(viewer, 'RANKING_READ'),
    Screen: RankingPage,
  },
  {
    name: 'shortlist',
    path: screenPaths.shortlist,
    group: 'results',
    isFor: (viewer) => may(viewer, 'RANKING_READ'),
    Screen: ShortlistPage,
  },
  {
    name: 'comparison',
    path: screenPaths.comparison,
    group: 'results',
    isUnlisted: true,
    isFor: (viewer) => may(viewer, 'RANKING_READ'),
    Screen: ComparisonPage,
  },
  {
    name: 'units',
    path: screenPaths.units,
    group: 'results',
    isFor: (viewer) => may(viewer, 'RANKING_READ'),
    Screen: UnitsPage,
  },
  {
    name: 'summaries',
    path: screenPaths.summaries,
    group: 'results',
    isFor: (viewer) => may(viewer, 'RANKING_READ'),
    Screen: SummariesPage,
  },
  {
    name: 'year',
    path: 'phan-loai-nam',
    group: 'results',
    isFor: (viewer) => may(viewer, 'CLASSIFICATION_READ'),
    Screen: YearPage,
  },
  {
    name: 'unitResults',
    path: 'ket-qua-don-vi',
    group: 'results',
    isFor: (viewer) => may(viewer, 'CLASSIFICATION_READ'),
    Screen: UnitResultsPage,
  },
  {
    name: 'petitions',
    path: 'kien-nghi',
    group: 'results',
    isFor: (viewer) => may(viewer, 'CLASSIFICATION_PROPOSE') || may(viewer, 'CLASSIFICATION_DECIDE'),
    Screen: PetitionsPage,
  },
  {
    name: 'published',
    path: 'da-cong-khai',
    group: 'results',
    isFor: () => true,
    Screen: PublishedPage,
  },
  {
    name: 'report',
    path: 'bao-cao',
    group: 'results',
    isFor: (viewer) => may(viewer, 'REPORT_READ'),
    Screen: ReportPage,
  },
  {
    name: 'own',
    path: 'nam-cua-toi',
    group: 'results',
    isFor: (viewer) => viewer.employee !== null,
    Screen: OwnYearPage,
  },
  {
    name: 'ownData',
    path: 'du-lieu-cua-toi',
    group: 'results',
    isFor: (viewer) => viewer.employee !== null,
    Screen: OwnDataPage,
  },
  {
    name: 'discipline',
    path: 'ky-luat',
    group: 'registers',
    isFor: (viewer) => may(viewer, 'DISCIPLINE_READ'),
    Screen: DisciplinePage,
  },
  {
    name: 'commendation',
    path: 'khen-thuong',
    group: 'registers',
    isFor: (viewer) => may(viewer, 'COMMENDATION_READ'),
    Screen: CommendationPage,
  },
  {
    name: 'inspection',
    path: 'kiem-tra-cong-vu',
    group: 'registers',
    isFor: (viewer) => may(viewer, 'INSPECTION_READ'),
    Screen: InspectionPage,
  },
  {
    name: 'recommendations',
    path: 'kien-nghi-sau-kiem-tra',
    group: 'registers',
    isFor: (viewer) => may(viewer, 'INSPECTION_READ'),
    Screen: RecommendationsPage,
  },
  {
    name: 'feedback',
    path: 'phan-anh-kien-nghi',
    group: 'registers',
    isFor: (viewer) => may(viewer, 'INSPECTION_READ') || may(viewer, 'FEEDBACK_MANAGE'),
    Screen: FeedbackPage,
  },
  {
    name: 'coordination',
    path: 'phoi-hop',
    group: 'registers',
    isFor: (viewer) => may(viewer, 'TASK_READ'),
    Screen: CoordinationPage,
  },
  {
    name: 'calibration',
    path: screenPaths.calibration,
    group: 'running',
    isFor: (viewer) =>
      may(viewer, 'SCORE_CONFIRM') || may(viewer, 'CLASSIFICATION_PROPOSE') || may(viewer, 'CLASSIFICATION_DECIDE'),
    Screen: CalibrationPage,
  },
  {
    name: 'closing',
    path: 'khoa-ky',
    group: 'running',
    isFor: (viewer) => may(viewer, 'PERIOD_CLOSE'),
    Screen: ClosingPage,
  },
  {
    name: 'catalogue',
    path: 'danh-muc',
    group: 'running',
    isFor: (viewer) => may(viewer, 'CATALOGUE_MANAGE') || may(viewer, 'TASK_ASSIGN'),
    Screen: CataloguePage,
  },
  {
    name: 'delegation',
    path: 'uy-quyen',
    group: 'running',
    isFor: (viewer) => may(viewer, 'DELEGATE') || may(viewer, 'STAFF_MANAGE'),
    Screen: DelegationPage,
  },
  {
    name: 'staff',
    path: 'nhan-su',
    group: 'running',
    isFor: (viewer) => may(viewer, 'STAFF_MANAGE'),
    Screen: StaffPage,
  },
  {
    name: 'imports',
    path: screenPaths.imports,
    group: 'running',
    isFor: (viewer) => offeredKinds(viewer).length > 0,
    Screen: ImportsPage,
  },
  {
    name: 'exports',
    path: screenPaths.exports,
    group: 'running',
    isFor: () => true,
    Screen: ExportsPage,
  },
  {
    name: 'adapters',
    path: 'bo-doc-trang',
    group: 'running',
    isFor: (viewer) => may(viewer, 'ADAPTER_MANAGE'),
    Screen: AdaptersPage,
  },
  {
    name: 'access',
    path: screenPaths.access,
    group: 'running',
    isFor: (viewer) => may(viewer, 'GRANT_MANAGE') || may(viewer, 'TOKEN_MANAGE'),
    Screen: AccessPage,
  },
  {
    name: 'webhooks',
    path: screenPaths.webhooks,
    group: 'running',
    isFor: (viewer) => may(viewer, 'WEBHOOK_MANAGE'),
    Screen: WebhooksPage,
  },
  {
    name: 'dataProtection',
    path: 'bao-ve-du-lieu',
    group: 'running',
    isFor: (viewer) => may(viewer, 'PRIVACY_MANAGE'),
    Screen: DataProtectionPage,
  },
  {
    name: 'ruleSets',
    path: 'bo-quy-tac',
    group: 'rules',
    isFor: () => true,
    Screen: RuleSetsPage,
  },
  {
    name: 'registerTables',
    path: 'bang-hieu-luc',
    group: 'rules',
    isFor: () => true,
    Screen: RegisterTablesPage,
  },
  {
    name: 'simulation',
    path: 'mo-phong',
    group: 'rules',
    isFor: (viewer) => may(viewer, 'RANKING_READ'),
    Screen: SimulationPage,
  },
];

/** The screens of one viewer. */
export function screensFor(viewer: Viewer, all: readonly Screen[] = screens): readonly Screen[] {
  return all.filter((screen) => screen.isFor(viewer));
}

/** The screen of an address; the first one where the address names none. Null where the viewer may not open it. */
export function findScreen(offered: readonly Screen[], path: string): Screen | null {
  return (path === '' ? offered[0] : offered.find((screen) => screen.path === path)) ?? null;
}
