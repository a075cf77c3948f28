import './calibration.queries.ts';
import './calibration.type.ts';
import './calibration.mutations.ts';
