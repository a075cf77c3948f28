import './appointment.queries.ts';
import './appointment.type.ts';
