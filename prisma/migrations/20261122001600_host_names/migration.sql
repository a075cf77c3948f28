-- Names of an office's own network may hold "_", which browsers open like any other.
SET search_path TO congvu, public;

ALTER TABLE adapter_report DROP CONSTRAINT adapter_report_place, ADD CONSTRAINT adapter_report_place CHECK (
  adapter ~ '^[a-z][a-z0-9-]{1,59}$' AND host ~ '^([a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(:[0-9]{1,5})?$'
  AND path ~ '^/[^0-9?;%\s]*$' AND length(path) <= 300
  AND extension_version ~ '^[0-9]{1,5}([.][0-9]{1,5}){0,3}$');
ALTER TABLE handler_choice DROP CONSTRAINT handler_choice_place, ADD CONSTRAINT handler_choice_place CHECK (
  host ~ '^([a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(:[0-9]{1,5})?$' AND length(handler) BETWEEN 1 AND 120);

RESET search_path;
