-- Site adapters an office keeps, what extensions report of pages they could not read, whom a user meant by a page's handler,
-- and the key of his waiting writes. Tables as Prisma's engine prints them from models/, then what its language cannot say.
SET search_path TO congvu, public;

-- CreateEnum
CREATE TYPE "adapter_page_kind" AS ENUM ('LIST', 'DETAIL');

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "loose_number" TEXT NOT NULL GENERATED ALWAYS AS (replace(regexp_replace(key, '^.*[|]', ''), '/', '-')) STORED;

-- CreateTable
CREATE TABLE "site_adapter" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,

    CONSTRAINT "site_adapter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_adapter_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adapter_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "page_count" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,

    CONSTRAINT "site_adapter_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_adapter_page" (
    "version_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "expected" JSONB NOT NULL,

    CONSTRAINT "site_adapter_page_pkey" PRIMARY KEY ("version_id","position")
);

-- CreateTable
CREATE TABLE "site_adapter_publication" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adapter_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "unit_id" UUID,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_id" UUID NOT NULL,
    "published_by_name" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_by_name" TEXT,

    CONSTRAINT "site_adapter_publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "adapter_report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adapter" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "host" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "kind" "adapter_page_kind" NOT NULL,
    "day" DATE NOT NULL,
    "found" INTEGER NOT NULL,
    "read" INTEGER NOT NULL,
    "secret" INTEGER NOT NULL,
    "extension_version" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "first_by_id" UUID NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "closed_by_name" TEXT,

    CONSTRAINT "adapter_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handler_choice" (
    "user_id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "handler" TEXT NOT NULL,
    "employee_id" UUID,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handler_choice_pkey" PRIMARY KEY ("user_id","host","handler")
);

-- CreateTable
CREATE TABLE "offline_key" (
    "user_id" UUID NOT NULL,
    "key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "offline_key_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "document_host_loose_number_idx" ON "document"("host", "loose_number");
CREATE UNIQUE INDEX "site_adapter_name_key" ON "site_adapter"("name");
CREATE UNIQUE INDEX "site_adapter_version_adapter_id_version_key" ON "site_adapter_version"("adapter_id", "version");
CREATE UNIQUE INDEX "site_adapter_page_version_id_name_key" ON "site_adapter_page"("version_id", "name");
CREATE INDEX "site_adapter_publication_adapter_id_published_at_idx" ON "site_adapter_publication"("adapter_id", "published_at");
CREATE INDEX "site_adapter_publication_unit_id_idx" ON "site_adapter_publication"("unit_id");
CREATE INDEX "adapter_report_first_by_id_day_idx" ON "adapter_report"("first_by_id", "day");
CREATE INDEX "adapter_report_last_at_id_idx" ON "adapter_report"("last_at", "id");
CREATE UNIQUE INDEX "adapter_report_adapter_version_host_path_kind_day_key" ON "adapter_report"("adapter", "version", "host", "path", "kind", "day");
CREATE INDEX "handler_choice_employee_id_idx" ON "handler_choice"("employee_id");

-- AddForeignKey
ALTER TABLE "site_adapter_version" ADD CONSTRAINT "site_adapter_version_adapter_id_fkey" FOREIGN KEY ("adapter_id") REFERENCES "site_adapter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "site_adapter_page" ADD CONSTRAINT "site_adapter_page_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "site_adapter_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "site_adapter_publication" ADD CONSTRAINT "site_adapter_publication_adapter_id_version_fkey" FOREIGN KEY ("adapter_id", "version") REFERENCES "site_adapter_version"("adapter_id", "version") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "site_adapter_publication" ADD CONSTRAINT "site_adapter_publication_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "handler_choice" ADD CONSTRAINT "handler_choice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "handler_choice" ADD CONSTRAINT "handler_choice_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "offline_key" ADD CONSTRAINT "offline_key_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Checks ─────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE site_adapter ADD CONSTRAINT site_adapter_name CHECK (name ~ '^[a-z][a-z0-9-]{1,59}$');
-- What is stored is what is sent: the content says its own version. Its name is compared by guard_adapter_version.
ALTER TABLE site_adapter_version
  ADD CONSTRAINT site_adapter_version_content CHECK (
    version > 0 AND jsonb_typeof(content) = 'object' AND coalesce(content -> 'version' = to_jsonb(version), false)
    AND octet_length(content::text) <= 250000),
  ADD CONSTRAINT site_adapter_version_note CHECK (length(note) BETWEEN 1 AND 2000),
  ADD CONSTRAINT site_adapter_version_pages CHECK (page_count BETWEEN 0 AND 6);
ALTER TABLE site_adapter_page ADD CONSTRAINT site_adapter_page_size CHECK (
  position BETWEEN 0 AND 5 AND octet_length(html) BETWEEN 1 AND 500000 AND octet_length(expected::text) <= 250000
  AND length(name) BETWEEN 1 AND 60);
ALTER TABLE site_adapter_publication ADD CONSTRAINT site_adapter_publication_withdrawal CHECK (
  (withdrawn_at IS NULL) = (withdrawn_by_id IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by_name IS NULL)
  AND withdrawn_at >= published_at);
-- One version of an adapter for a unit, and one for everyone.
CREATE UNIQUE INDEX site_adapter_publication_holds ON site_adapter_publication (adapter_id, unit_id)
  NULLS NOT DISTINCT WHERE withdrawn_at IS NULL;
-- Nothing that could hold what a page says: no digit and no query in a path, no text where a number belongs.
ALTER TABLE adapter_report
  ADD CONSTRAINT adapter_report_place CHECK (
    adapter ~ '^[a-z][a-z0-9-]{1,59}$' AND host ~ '^([a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(:[0-9]{1,5})?$'
    AND path ~ '^/[^0-9?;%\s]*$' AND length(path) <= 300
    AND extension_version ~ '^[0-9]{1,5}([.][0-9]{1,5}){0,3}$'),
  ADD CONSTRAINT adapter_report_figures CHECK (
    version > 0 AND found >= 0 AND read BETWEEN 0 AND found AND secret BETWEEN 0 AND found AND count > 0
    AND last_at >= first_at),
  ADD CONSTRAINT adapter_report_closed CHECK (
    (closed_at IS NULL) = (closed_by_id IS NULL) AND (closed_at IS NULL) = (closed_by_name IS NULL));
CREATE INDEX adapter_report_open ON adapter_report (adapter) WHERE closed_at IS NULL;
ALTER TABLE handler_choice ADD CONSTRAINT handler_choice_place CHECK (
  host ~ '^([a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(:[0-9]{1,5})?$' AND length(handler) BETWEEN 1 AND 120);
ALTER TABLE offline_key ADD CONSTRAINT offline_key_length CHECK (octet_length(key) = 32);

-- ── Kept: a version and a publication are never edited, not by the owner either; withdrawing ends a publication ────
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON site_adapter
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON site_adapter_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON site_adapter_page
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON site_adapter_publication
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_published BEFORE UPDATE ON site_adapter_publication
  FOR EACH ROW EXECUTE FUNCTION keep_all_but('withdrawn_at', 'withdrawn_by_id', 'withdrawn_by_name');
CREATE TRIGGER keep_withdrawn BEFORE UPDATE ON site_adapter_publication
  FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION keep_all_but();
CREATE TRIGGER keep_reported BEFORE UPDATE ON adapter_report FOR EACH ROW
  EXECUTE FUNCTION keep_columns('adapter', 'version', 'host', 'path', 'kind', 'day', 'first_at', 'first_by_id');
CREATE TRIGGER keep_closed BEFORE UPDATE ON adapter_report FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL)
  EXECUTE FUNCTION keep_columns('closed_at', 'closed_by_id', 'closed_by_name');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON offline_key
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A version follows the one before it, under its adapter's name.
CREATE FUNCTION guard_adapter_version() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF NEW.content ->> 'name' IS DISTINCT FROM (SELECT s.name FROM site_adapter s WHERE s.id = NEW.adapter_id)
     OR NEW.version <> 1 + coalesce((SELECT max(v.version) FROM site_adapter_version v WHERE v.adapter_id = NEW.adapter_id), 0) THEN
    RAISE EXCEPTION 'a version follows the latest of its adapter' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_version BEFORE INSERT ON site_adapter_version
  FOR EACH ROW EXECUTE FUNCTION guard_adapter_version();
-- Its pages are as many as it says when it is made, so none is added later.
CREATE FUNCTION guard_adapter_page() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF NEW.position >= (SELECT v.page_count FROM site_adapter_version v WHERE v.id = NEW.version_id) THEN
    RAISE EXCEPTION 'the pages of a version are saved with it' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_page BEFORE INSERT ON site_adapter_page FOR EACH ROW EXECUTE FUNCTION guard_adapter_page();
CREATE FUNCTION assert_adapter_pages() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF NEW.page_count <> (SELECT count(*) FROM site_adapter_page p WHERE p.version_id = NEW.id) THEN
    RAISE EXCEPTION 'the pages of a version are saved with it' USING ERRCODE = 'CV003';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER has_pages AFTER INSERT ON site_adapter_version DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION assert_adapter_pages();

-- Three saved pages prove a version before anybody gets it.
CREATE FUNCTION guard_adapter_publication() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM site_adapter_version v
    WHERE v.adapter_id = NEW.adapter_id AND v.version = NEW.version AND v.page_count >= 3) THEN
    RAISE EXCEPTION 'three saved pages prove a version before it is published' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_publication BEFORE INSERT ON site_adapter_publication
  FOR EACH ROW EXECUTE FUNCTION guard_adapter_publication();

-- ── Rights ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- The copy of @congvu/schema/permission (a test compares the two).
INSERT INTO role_scope (role, permission) VALUES ('ADMINISTRATOR', 'ADAPTER_MANAGE');

-- Adapters hold no person: who keeps them anywhere sees all versions, so that nobody builds what another has built.
-- Everybody else gets what was published to him through published_adapters().
CREATE POLICY read_managed ON site_adapter FOR SELECT TO congvu_api USING (
  cardinality((SELECT scopes('ADAPTER_MANAGE'))) > 0);
CREATE POLICY add_managed ON site_adapter FOR INSERT TO congvu_api WITH CHECK (
  created_by_id = (SELECT actor_user()) AND cardinality((SELECT scopes('ADAPTER_MANAGE'))) > 0);
CREATE POLICY read_managed ON site_adapter_version FOR SELECT TO congvu_api USING (
  cardinality((SELECT scopes('ADAPTER_MANAGE'))) > 0);
CREATE POLICY add_managed ON site_adapter_version FOR INSERT TO congvu_api WITH CHECK (
  created_by_id = (SELECT actor_user()) AND cardinality((SELECT scopes('ADAPTER_MANAGE'))) > 0);
CREATE POLICY read_managed ON site_adapter_page FOR SELECT TO congvu_api USING (
  cardinality((SELECT scopes('ADAPTER_MANAGE'))) > 0);
CREATE POLICY add_managed ON site_adapter_page FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM site_adapter_version v WHERE v.id = version_id AND v.created_by_id = (SELECT actor_user())));
GRANT SELECT, INSERT ON site_adapter, site_adapter_version, site_adapter_page TO congvu_api;

CREATE POLICY read_managed ON site_adapter_publication FOR SELECT TO congvu_api USING (
  cardinality((SELECT scopes('ADAPTER_MANAGE'))) > 0);
CREATE POLICY publish_in_scope ON site_adapter_publication FOR INSERT TO congvu_api WITH CHECK (
  published_by_id = (SELECT actor_user()) AND withdrawn_at IS NULL
  AND EXISTS (
    SELECT 1 FROM unit u WHERE CASE WHEN unit_id IS NULL THEN u.level = 1 ELSE u.id = unit_id END
      AND u.path <@ (SELECT scopes('ADAPTER_MANAGE'))));
CREATE POLICY withdraw_in_scope ON site_adapter_publication FOR UPDATE TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM unit u WHERE CASE WHEN unit_id IS NULL THEN u.level = 1 ELSE u.id = unit_id END
      AND u.path <@ (SELECT scopes('ADAPTER_MANAGE'))))
  WITH CHECK (withdrawn_by_id = (SELECT actor_user()));
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_by_id, withdrawn_by_name) ON site_adapter_publication TO congvu_api;

-- A report names no unit and nobody: an adapter repaired for one office is repaired for all who use it.
CREATE POLICY read_managed ON adapter_report FOR SELECT TO congvu_api USING (
  cardinality((SELECT scopes('ADAPTER_MANAGE'))) > 0);
CREATE POLICY close_managed ON adapter_report FOR UPDATE TO congvu_api USING (
  cardinality((SELECT scopes('ADAPTER_MANAGE'))) > 0) WITH CHECK (closed_by_id = (SELECT actor_user()));
GRANT SELECT (id, adapter, version, host, path, kind, day, found, read, secret, extension_version, count, first_at, last_at,
  closed_at, closed_by_name), UPDATE (closed_at, closed_by_id, closed_by_name) ON adapter_report TO congvu_api;

CREATE POLICY own ON handler_choice TO congvu_api
  USING (user_id = (SELECT actor_user())) WITH CHECK (user_id = (SELECT actor_user()));
GRANT SELECT, INSERT, UPDATE (employee_id, chosen_at) ON handler_choice TO congvu_api;

-- ── What passes the policies ───────────────────────────────────────────────────────────────────────────────────────
-- The adapters published to the actor on a day, one version a name: that of his nearest unit, then of those above, then of
-- everyone. A unit that was merged goes on in its successor, behind what was published to the successor itself: people
-- keep their document system when their unit gets another name. Nothing for nobody.
CREATE FUNCTION published_adapters(p_on date)
RETURNS TABLE (name text, version integer, content jsonb, published_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH RECURSIVE reach (id, level, merges) AS (
    SELECT above.id, above.level, 0
    FROM assignment a JOIN unit own ON own.id = a.unit_id JOIN unit above ON own.path <@ above.path
    WHERE a.employee_id = actor_employee() AND a.valid_from <= p_on AND coalesce(a.valid_to, 'infinity') >= p_on
    UNION
    SELECT former.id, reach.level, reach.merges + 1
    FROM reach JOIN unit former ON former.successor_id = reach.id AND former.valid_to < p_on
    WHERE reach.merges < 8)
  SELECT DISTINCT ON (s.name) s.name, p.version, v.content, p.published_at
  FROM site_adapter_publication p
  JOIN site_adapter s ON s.id = p.adapter_id
  JOIN site_adapter_version v ON v.adapter_id = p.adapter_id AND v.version = p.version
  LEFT JOIN reach r ON r.id = p.unit_id
  WHERE p.withdrawn_at IS NULL AND actor_user() IS NOT NULL AND (p.unit_id IS NULL OR r.id IS NOT NULL)
  ORDER BY s.name, r.level DESC NULLS LAST, r.merges, p.published_at DESC, p.id
$$;

-- Counts a report up, or makes its row of the day. Null where the actor has made p_limit rows today: then nothing is kept.
CREATE FUNCTION report_adapter(
  p_adapter text, p_version integer, p_host text, p_path text, p_kind adapter_page_kind, p_on date, p_at timestamptz,
  p_found integer, p_read integer, p_secret integer, p_extension_version text, p_limit integer
) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  reporter uuid := actor_user();
  report uuid;
BEGIN
  IF reporter IS NULL THEN
    RAISE EXCEPTION 'no actor' USING ERRCODE = 'CV001';
  END IF;
  UPDATE adapter_report r
  SET count = r.count + 1, last_at = greatest(r.last_at, p_at), found = p_found, read = p_read, secret = p_secret,
      extension_version = p_extension_version
  WHERE r.adapter = p_adapter AND r.version = p_version AND r.host = p_host AND r.path = p_path AND r.kind = p_kind
    AND r.day = p_on
  RETURNING r.id INTO report;
  IF report IS NOT NULL THEN
    RETURN report;
  END IF;
  -- His own calls one after another, so that many at once make no more rows than one after another would.
  PERFORM pg_advisory_xact_lock(hashtextextended('adapter reports ' || reporter, 0));
  IF (SELECT count(*) FROM adapter_report r WHERE r.first_by_id = reporter AND r.day = p_on) >= p_limit THEN
    RETURN NULL;
  END IF;
  INSERT INTO adapter_report AS r (adapter, version, host, path, kind, day, found, read, secret, extension_version,
    first_at, last_at, first_by_id)
  VALUES (p_adapter, p_version, p_host, p_path, p_kind, p_on, p_found, p_read, p_secret, p_extension_version,
    p_at, p_at, reporter)
  ON CONFLICT (adapter, version, host, path, kind, day) DO UPDATE
    SET count = r.count + 1, last_at = greatest(r.last_at, excluded.last_at)
  RETURNING r.id INTO report;
  RETURN report;
END $$;

-- The actor's own key, null before it is made; made once. No grant on the table: a statement that forgot whose key it wants
-- gets none.
CREATE FUNCTION find_offline_key() RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT k.key FROM offline_key k WHERE k.user_id = actor_user()
$$;
CREATE FUNCTION keep_offline_key(p_key bytea) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH made AS (
    INSERT INTO offline_key (user_id, key) SELECT actor_user(), p_key WHERE actor_user() IS NOT NULL
    ON CONFLICT (user_id) DO NOTHING RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM made)
$$;

GRANT EXECUTE ON FUNCTION published_adapters(date), find_offline_key(), keep_offline_key(bytea),
  report_adapter(text, integer, text, text, adapter_page_kind, date, timestamptz, integer, integer, integer, text, integer)
  TO congvu_api;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['site_adapter', 'site_adapter_version', 'site_adapter_page', 'site_adapter_publication',
    'adapter_report', 'handler_choice', 'offline_key'] LOOP
    EXECUTE format('ALTER TABLE congvu.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON congvu.%I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

RESET search_path;
