import './domain-error.type.ts';
import './register-error.type.ts';
