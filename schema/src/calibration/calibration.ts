// The door of this domain: what other packages may use of it.
export {
  type CancelCalibration,
  type ChangeCalibrated,
  cancelCalibrationShape,
  changeCalibratedShape,
  type JoinCalibration,
  joinCalibrationShape,
  type LockCalibration,
  lockCalibrationShape,
  type OpenCalibration,
  openCalibrationShape,
  type ProposeCalibrated,
  proposeCalibratedShape,
  type RevealCalibration,
  revealCalibrationShape,
  type SubmitCalibration,
  submitCalibrationShape,
} from './calibration-input.ts';
export {
  advanceSession,
  CALIBRATION_ACTIONS,
  type CalibrationAction,
  canAdvanceSession,
  mayJoin,
} from './calibration-state.ts';
export {
  CALIBRATION_STATES,
  type CalibrationState,
  SIGN_KINDS,
  SIGN_STATES,
  type SignKind,
  type SignState,
} from './calibration-words.ts';
export {
  floorValue,
  getFloor,
  SIGN_FLOOR_NAMES,
  SIGN_FLOOR_TABLE,
  type SignFloor,
  type SignFloorName,
  type SignFloorTable,
} from './sign-floors.ts';
export {
  type ComparedWith,
  displayRoot,
  type GroupFigures,
  type ManagerFigures,
  type Sign,
  type SignFigures,
  type SignGroup,
  type SplitFigures,
  type StandingLast,
  signsOf,
  sumsOf,
} from './signs.ts';
