// The door of this domain: what other packages may use of it.
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
