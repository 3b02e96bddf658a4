// What the portal is compared with: a bare node:http server and raw better-sqlite3 that reads the same rows and columns and answers them as
// JSON, and writes the same answer row durably. No framework, no checks, no page.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import Database from "better-sqlite3";

const [file, organisationId, assessmentId] = process.argv.slice(2);
const db = new Database(file);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");

const session = db.prepare(
  "select s.id, s.organisation_id, s.person_id, s.last_seen_at, s.expires_at, p.name, p.email, p.roles from sessions s join people p on p.id = s.person_id where s.token_hash = ? and s.ended_at is null and p.disabled_at is null",
);
const organisation = db.prepare("select id, name, time_zone from organisations where id = ?");
const vendors = db.prepare(
  "select v.id, v.name, v.domain, v.category, v.tier, v.standing, v.score_bps, v.grade, v.residual, v.knock_outs, v.next_review_on, v.next_review_reason, p.name as owner_name, v.name_key from vendors v left join people p on p.id = v.owner_id where v.organisation_id = ? order by v.name_key, v.id limit 51",
);
const tallies = db.prepare(
  "select tier, residual, sum(vendors) as vendors from vendor_tallies where organisation_id = ? group by tier, residual",
);
const owners = db.prepare("select id, name from people where organisation_id = ? and disabled_at is null order by name_key, id limit 500");
const save = db.prepare(
  "insert into answers (organisation_id, assessment_id, question_key, revision, value, comment, reason, instead, origin, given_by, given_at) values (?, ?, ?, ?, ?, '', '', null, 'vendor', ?, ?) on conflict do update set revision = excluded.revision, value = excluded.value, given_by = excluded.given_by, given_at = excluded.given_at",
);

const server = createServer((request, response) => {
  const answer = (body) => {
    const text = JSON.stringify(body);
    response.writeHead(200, { "Content-Type": "application/json; charset=utf-8", "Content-Length": Buffer.byteLength(text) });
    response.end(text);
  };
  if (request.method === "POST") {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const fields = new URLSearchParams(Buffer.concat(chunks).toString());
      const now = Date.now();
      save.run(
        organisationId,
        assessmentId,
        fields.get("question"),
        Number(fields.get("base")) + 1,
        JSON.stringify(fields.get("value")),
        "Mara",
        now,
      );
      answer({ revision: Number(fields.get("base")) + 1, savedAt: now });
    });
    return;
  }
  const token = /__Host-session=([\w-]{43})/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  const who = session.get(createHash("sha256").update(token).digest("hex"));
  answer({
    who,
    organisation: organisation.get(organisationId),
    rows: vendors.all(organisationId),
    tallies: tallies.all(organisationId),
    owners: owners.all(organisationId),
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
