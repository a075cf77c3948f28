// The door of this domain: what other packages may use of it.
export {
  APPOINTED_POSTS,
  APPOINTMENT_TABLE,
  type AppointedPost,
  type AppointmentCondition,
  type AppointmentRow,
  type AppointmentTable,
  conditionsOf,
} from './conditions.ts';
export {
  type AppointmentFacts,
  type DecidedYear,
  type JudgedCondition,
  judgeAppointment,
  shortlistState,
} from './judge-appointment.ts';
export {
  APPOINTMENT_CONDITION_KINDS,
  type AppointmentConditionKind,
  CONDITION_STATES,
  type ConditionState,
  SHORTLIST_STATES,
  type ShortlistState,
} from './shortlist-words.ts';
