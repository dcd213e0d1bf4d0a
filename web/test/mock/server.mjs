// Stand-in for the server while it is being written: doc/api.md for five registers and one process. Memory only.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { META } from './meta.mjs';

const MIME = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};
const CSP =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
const HOUR = 3600_000;

export function start(root, port = 0) {
  let nextId = 2305843009213690000n;
  const id = () => String(++nextId);
  const tables = Object.fromEntries(META.registers.map((r) => [r.name, new Map()]));
  const journal = new Map();
  const keys = new Map();
  const files = new Map();
  const ring = [];
  const clients = new Set();
  const sessions = new Set();
  const state = { n: 0, tokens: [], totp: false, fails: 0, refuse: null };
  const me = { id: id(), login: 'admin', name: '演示管理员' };
  const reg = (n) => META.registers.find((r) => r.name === n);
  const now = () => Date.now();

  function emit(register, row, op, extra = {}) {
    const e = { n: ++state.n, at_ms: now(), register, id: row.id, op, version: row.version, ...extra };
    ring.push(e);
    for (const c of clients) c.write(`id: e1-${e.n}\ndata: ${JSON.stringify(e)}\n\n`);
  }
  function note(row, op, changes, extra = {}) {
    const list = journal.get(row.id) ?? [];
    list.unshift({
      id: id(),
      at_ms: now(),
      actor: { id: me.id, name: me.name },
      op,
      event: null,
      from_state: null,
      to_state: null,
      reason: null,
      changes,
      pos: list.length ? state.n : null,
      ...extra,
    });
    if (list[1]) list[1].pos ??= state.n;
    journal.set(row.id, list);
  }
  function insert(register, fields, op = 'create') {
    const row = {
      id: id(),
      version: 1,
      created_ms: now(),
      created_by: me.id,
      changed_ms: now(),
      changed_by: me.id,
      retired_ms: null,
      ...fields,
    };
    tables[register].set(row.id, row);
    note(
      row,
      op,
      Object.entries(fields).map(([field, to]) => ({ field, from: null, to })),
    );
    emit(register, row, op);
    return row;
  }
  const title = (i) => {
    if (i === me.id) return me.name;
    for (const r of META.registers) {
      const x = tables[r.name].get(i);
      if (x) return String(x[r.title]);
    }
    return undefined;
  };
  function refsOf(register, rows) {
    const out = {};
    for (const row of rows) {
      for (const f of reg(register).fields)
        if (f.type === 'ref' && row[f.name]) out[row[f.name]] = title(row[f.name]);
      for (const k of ['created_by', 'changed_by']) out[row[k]] = title(row[k]);
    }
    return out;
  }

  const cats = ['bank', 'school', 'park', 'building'];
  for (let i = 1; i <= 120; i++)
    insert('customer', {
      number: `KH-2026-${String(i).padStart(4, '0')}`,
      name: `示例客户第${i}单位`,
      category: cats[i % 4],
      key_unit: i % 5 === 0,
      level_share: 955 - i,
      fee_fen: 1200000 + i * 3500,
      phone: `0571-8800${1000 + i}`,
      email: null,
      tags: i % 3 ? ['fire'] : ['fire', 'video'],
      since: `20${20 + (i % 6)}-03-15`,
      note: null,
      duress: i % 2 ? true : null,
      licence: null,
    });
  const customers = [...tables.customer.values()];
  for (let i = 1; i <= 30; i++)
    insert('site', {
      number: `CS-${i}`,
      name: `示例场所 ${i} 号`,
      customer: customers[i % 20].id,
      address: `示例路 ${i} 号`,
      opened: '2024-05-01',
    });
  const sites = [...tables.site.values()];
  let parent = null;
  for (let i = 1; i <= 60; i++) {
    const d = insert('device', {
      number: `SB-${1000 + i}`,
      name: `示例设备 ${i}`,
      site: sites[i % 30].id,
      parent: i % 6 === 1 ? null : parent,
      protocol: i % 2 ? 'dc09' : 'onvif',
      account: i % 2 ? String(1000 + i) : null,
      warranty: '2027-12-31',
    });
    if (i % 6 === 1) parent = d.id;
  }
  for (let i = 1; i <= 12; i++)
    insert('staff', { number: `YG-${i}`, name: `演示员工${i}`, post: 'tech', phone: '13800000000' });
  const orders = [];
  for (let i = 1; i <= 9; i++)
    orders.push(
      insert('workorder', {
        number: `WX-2026-${i}`,
        symptom: `示例故障 ${i}`,
        site: sites[i].id,
        state: i % 4 ? 'reported' : 'graded',
        grade: i % 4 ? null : 'urgent',
        reported_ms: now() - (i * HOUR) / 2,
        technician: null,
        note: null,
      }),
    );

  const json = (s, code, o, h = {}) => {
    s.writeHead(code, {
      'content-type': code >= 400 ? 'application/problem+json' : 'application/json',
      'cache-control': 'no-store',
      ...h,
    });
    s.end(JSON.stringify(o));
  };
  const problem = (s, status, code, more = {}) =>
    json(s, status, { type: 'about:blank', status, code, title: code, ...more });
  const body = (q) =>
    new Promise((ok) => {
      const b = [];
      q.on('data', (d) => b.push(d));
      q.on('end', () => ok(Buffer.concat(b)));
    });
  const session = () => ({
    user: me,
    org: { id: '1', name: '示例安防服务有限公司', demo: true },
    roles: ['管理员'],
    permissions: ['customer.read', 'customer.write', 'site.read', 'workorder.step'],
    csrf: 'tok',
    totp: state.totp,
    must_change_password: false,
    idle_ms: 1800000,
    expires_ms: now() + 8 * HOUR,
    version: '0.1.0',
    node: 1,
  });
  const send = (s, code, row, register) =>
    json(s, code, { ...row, refs: refsOf(register, [row]) }, { etag: `"${row.version}"` });

  function faults(r, b, all) {
    const out = [];
    const add = (f, code, message) => out.push({ field: f.name, code, message });
    for (const f of r.fields) {
      const v = b[f.name];
      const needed = f.required && (!f.when || f.when.in.includes(b[f.when.field]));
      if (needed && (all ? v === undefined || v === null || v === '' : v === null))
        add(f, 'required', `${f.label.zh} 不能为空`);
      if (f.name === 'number' && v === 'DUP') add(f, 'unique', '编号 已存在');
    }
    return out;
  }
  function list(r, u) {
    let rows = [...tables[r.name].values()];
    const p = u.searchParams;
    const ret = p.get('retired') ?? 'no';
    rows = rows.filter((x) => ret === 'all' || (ret === 'yes') === !!x.retired_ms);
    for (const f of r.fields) {
      if (p.has(f.name))
        rows = rows.filter((x) =>
          Array.isArray(x[f.name]) ? x[f.name].includes(p.get(f.name)) : String(x[f.name]) === p.get(f.name),
        );
      if (p.has(`${f.name}.from`)) rows = rows.filter((x) => String(x[f.name]) >= p.get(`${f.name}.from`));
      if (p.has(`${f.name}.to`)) rows = rows.filter((x) => String(x[f.name]) <= p.get(`${f.name}.to`));
    }
    const q = p.get('q');
    if (q) rows = rows.filter((x) => `${x[r.title]} ${x.number}`.includes(q));
    const sort = p.get('sort') ?? r.default_sort;
    const k = sort.replace('-', '');
    const dir = sort[0] === '-' ? -1 : 1;
    rows.sort((a, b) => (a[k] > b[k] ? dir : a[k] < b[k] ? -dir : 0) || (a.id > b.id ? dir : -dir));
    return rows;
  }
  const clocksOf = (row) => [
    {
      name: 'response',
      label: { zh: '响应', en: 'Response' },
      state: 'overdue',
      started_ms: row.reported_ms,
      due_ms: row.reported_ms + HOUR,
      stopped_ms: null,
      share: 100,
      source: 'svc：紧急故障响应 30 分钟',
    },
    {
      name: 'repair',
      label: { zh: '修复', en: 'Repair' },
      state: 'running',
      started_ms: row.reported_ms,
      due_ms: row.reported_ms + 8 * HOUR,
      stopped_ms: null,
      share: 20,
      source: 'svc：紧急故障修复 8 小时',
    },
  ];
  const stepsOf = (row) => ({
    state: row.state,
    version: row.version,
    clocks: clocksOf(row),
    steps:
      row.state === 'closed'
        ? []
        : [
            {
              event: 'grade',
              label: { zh: '定级', en: 'Grade' },
              to: 'graded',
              allowed: row.state === 'reported',
              why: row.state === 'reported' ? null : '只有“已报修”的工单可以定级',
              required: ['grade'],
              optional: ['note'],
            },
            {
              event: 'assign',
              label: { zh: '派工', en: 'Assign' },
              to: 'assigned',
              allowed: row.state === 'graded',
              why: row.state === 'graded' ? null : '要先定级',
              required: ['technician'],
              optional: ['note'],
            },
            {
              event: 'cancel',
              label: { zh: '撤销', en: 'Cancel' },
              to: 'closed',
              allowed: true,
              why: null,
              required: ['note'],
              optional: [],
            },
          ],
  });

  async function register(q, s, r, rest, u) {
    const t = tables[r.name];
    const [a, b, c] = rest;
    if (!a && q.method === 'GET') {
      const rows = list(r, u);
      const limit = Number(u.searchParams.get('limit') ?? 50);
      const from = Number(u.searchParams.get('after') ?? 0);
      const items = rows.slice(from, from + limit);
      return json(s, 200, {
        items,
        next: from + limit < rows.length ? String(from + limit) : null,
        refs: refsOf(r.name, items),
        total: rows.length,
        total_exact: true,
      });
    }
    if (!a && q.method === 'POST') {
      const raw = String(await body(q));
      const key = q.headers['idempotency-key'];
      if (keys.has(key)) return send(s, 201, keys.get(key), r.name);
      const f = faults(r, JSON.parse(raw), true);
      if (f.length) return problem(s, 422, 'invalid', { title: '输入有误', detail: f[0].message, fields: f });
      const row = insert(r.name, {
        ...(r.process && { state: 'reported', reported_ms: now(), number: `WX-${t.size + 1}` }),
        ...JSON.parse(raw),
      });
      if (key) keys.set(key, row);
      return send(s, 201, row, r.name);
    }
    if (a === 'export' || a === 'template') {
      s.writeHead(200, { 'content-type': 'text/csv' });
      return s.end(
        `${r.fields.map((f) => f.label.zh).join()}\n${
          a === 'export'
            ? list(r, u)
                .map((x) => r.fields.map((f) => x[f.name] ?? '').join())
                .join('\n')
            : ''
        }`,
      );
    }
    if (a === 'labels') {
      s.writeHead(200, { 'content-type': 'application/pdf' });
      return s.end('%PDF-1.4');
    }
    if (a === 'import') {
      const lines = String(await body(q))
        .trim()
        .split(/\r?\n/)
        .slice(1);
      const bad = lines.map((l, i) => [l, i + 2]).filter(([l]) => /bad/.test(l));
      const dry = u.searchParams.get('dry_run') === 'yes';
      const good = lines.length - bad.length;
      if (!dry)
        for (const l of lines)
          if (!/bad/.test(l))
            insert(
              r.name,
              { number: l.split(',')[0], name: l.split(',')[1] ?? '', category: 'bank' },
              'import',
            );
      return json(s, 200, {
        rows: lines.length,
        good,
        created: dry ? 0 : good,
        updated: 0,
        bad: bad.length,
        errors: bad.map(([l, n]) => ({
          line: n,
          column: '类别',
          field: 'category',
          value: l.split(',')[2] ?? '',
          code: 'enum',
          message: '类别 不在选项中',
        })),
        errors_cut: false,
        rejected_csv: bad.map(([l]) => l).join('\n'),
      });
    }
    const row = t.get(a);
    if (!row) return problem(s, 404, 'not_found', { detail: '记录不存在' });
    if (!b && q.method === 'GET') return send(s, 200, row, r.name);
    if (b === 'journal')
      return json(s, 200, { items: journal.get(a) ?? [], next: null, refs: refsOf(r.name, [row]) });
    if (b === 'steps' && !c) return json(s, 200, stepsOf(row));
    const text = String(await body(q));
    if (q.headers['if-match'] !== `"${row.version}"`)
      return problem(s, 412, 'version_conflict', {
        detail: '已被修改',
        current: { ...row, refs: refsOf(r.name, [row]) },
      });
    const b2 = text ? JSON.parse(text) : {};
    if (b === 'retire' || b === 'restore') {
      row.retired_ms = b === 'retire' ? now() : null;
      row.version++;
      note(row, b, [], { reason: b2.reason });
      emit(r.name, row, b);
      return send(s, 200, row, r.name);
    }
    if (b === 'steps') {
      const st = stepsOf(row).steps.find((x) => x.event === c);
      const from = row.state;
      Object.assign(row, b2, { state: st.to, version: row.version + 1, changed_ms: now() });
      note(
        row,
        'step',
        Object.entries(b2).map(([field, to]) => ({ field, from: null, to })),
        { event: c, from_state: from, to_state: st.to },
      );
      emit(r.name, row, 'step', { event: c, state: st.to });
      return send(s, 200, row, r.name);
    }
    const f = faults(r, b2, false);
    if (f.length) return problem(s, 422, 'invalid', { title: '输入有误', detail: f[0].message, fields: f });
    const changes = Object.entries(b2).map(([field, to]) => ({ field, from: row[field], to }));
    Object.assign(row, b2, { version: row.version + 1, changed_ms: now() });
    note(row, 'update', changes);
    emit(r.name, row, 'update');
    return send(s, 200, row, r.name);
  }

  async function api(q, s, u) {
    const p = u.pathname.slice('/api/v1/'.length).split('/').map(decodeURIComponent);
    if (p[0] === 'session' && !p[1] && q.method === 'POST') {
      const b = JSON.parse(String(await body(q)));
      if (state.fails >= 3) return problem(s, 429, 'locked', { retry_after_ms: 30000 });
      if (b.login !== 'admin' || b.password !== 'admin') {
        state.fails++;
        return problem(s, 401, 'bad_credentials', { detail: '用户名或密码不正确' });
      }
      if (state.totp && !b.totp) return problem(s, 401, 'totp_required');
      state.fails = 0;
      const key = id();
      sessions.add(key);
      return json(s, 200, session(), {
        'set-cookie': `anwei_session=${key}; Path=/; HttpOnly; SameSite=Strict`,
      });
    }
    const key = /anwei_session=(\d+)/.exec(q.headers.cookie ?? '')?.[1];
    if (!sessions.has(key)) return problem(s, 401, 'unauthenticated');
    if (q.method !== 'GET' && q.headers['x-csrf-token'] !== 'tok') return problem(s, 403, 'csrf');
    if (p[0] === 'session') {
      if (p[1] === 'totp' && !p[2] && q.method === 'POST')
        return json(s, 200, {
          secret: 'JBSWY3DPEHPK3PXP',
          uri: 'otpauth://totp/Anwei:admin?secret=JBSWY3DPEHPK3PXP&issuer=Anwei',
        });
      if (p[1] === 'totp' && p[2]) {
        state.totp = true;
        s.writeHead(204);
        return s.end();
      }
      if (p[1] === 'totp') {
        state.totp = false;
        s.writeHead(204);
        return s.end();
      }
      if (q.method === 'DELETE') {
        sessions.delete(key);
        s.writeHead(204);
        return s.end();
      }
      return json(s, 200, session());
    }
    if (p[0] === 'token') {
      if (q.method === 'POST') {
        const b = JSON.parse(String(await body(q)));
        const k = {
          id: id(),
          ...b,
          created_ms: now(),
          expires_ms: now() + b.days * 24 * HOUR,
          last_used_ms: null,
        };
        state.tokens.push(k);
        return json(s, 201, { id: k.id, token: 'anwei_example_token' });
      }
      if (q.method === 'DELETE') {
        state.tokens = state.tokens.filter((x) => x.id !== p[1]);
        s.writeHead(204);
        return s.end();
      }
      return json(s, 200, { items: state.tokens });
    }
    if (p[0] === 'meta') return json(s, 200, META);
    if (p[0] === 'find') {
      const w = u.searchParams.get('q');
      return json(s, 200, {
        items: META.registers.flatMap((r) =>
          [...tables[r.name].values()]
            .filter((x) => String(x[r.title]).includes(w))
            .slice(0, 5)
            .map((x) => ({ register: r.name, id: x.id, title: String(x[r.title]) })),
        ),
      });
    }
    if (p[0] === 'file' && q.method === 'PUT') {
      files.set(p[1], { b: await body(q), t: q.headers['content-type'] });
      return json(s, 201, { sha256: p[1] });
    }
    if (p[0] === 'file') {
      const f = files.get(p[1]);
      if (!f) return problem(s, 404, 'not_found');
      s.writeHead(200, { 'content-type': f.t });
      return s.end(f.b);
    }
    if (p[0] === 'feed') {
      s.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      s.write(`retry: 1000\n\nevent: hello\ndata: {"last":"e1-${state.n}"}\n\n`);
      const from = q.headers['last-event-id'] ?? u.searchParams.get('from');
      if (from)
        for (const e of ring)
          if (e.n > Number(from.split('-')[1])) s.write(`id: e1-${e.n}\ndata: ${JSON.stringify(e)}\n\n`);
      clients.add(s);
      q.on('close', () => clients.delete(s));
      return undefined;
    }
    const r = reg(p[0]);
    return r ? register(q, s, r, p.slice(1), u) : problem(s, 404, 'not_found');
  }
  let still = false;
  const beat = setInterval(() => {
    if (still) return;
    for (const c of clients) c.write('event: hb\ndata: {}\n\n');
  }, 5000);
  const srv = http.createServer(async (q, s) => {
    const u = new URL(q.url, 'http://x');
    if (u.pathname.startsWith('/api/')) {
      if (state.refuse)
        return state.refuse === 'cut'
          ? q.socket.destroy()
          : problem(s, state.refuse, 'busy', { detail: '服务器繁忙' });
      return api(q, s, u).catch((e) => problem(s, 500, 'internal', { detail: String(e.stack) }));
    }
    let f = path.join(root, path.normalize(u.pathname));
    if (!fs.existsSync(f) || fs.statSync(f).isDirectory()) f = path.join(root, 'index.html');
    s.writeHead(200, {
      'content-type': MIME[path.extname(f)] ?? 'application/octet-stream',
      'content-security-policy': CSP,
      'cache-control': 'no-cache',
    });
    return fs.createReadStream(f).pipe(s);
  });
  return new Promise((ok) =>
    srv.listen(port, '127.0.0.1', () =>
      ok({
        url: `http://127.0.0.1:${srv.address().port}`,
        state,
        tables,
        sessions,
        stop: () => {
          still = true;
        },
        go: () => {
          still = false;
        },
        touch: (r, i, f) => {
          const x = tables[r].get(i);
          Object.assign(x, f);
          x.version++;
          x.changed_ms = now();
          emit(r, x, 'update');
        },
        drop: () => {
          for (const c of clients) c.destroy();
        },
        close: () =>
          new Promise((r) => {
            clearInterval(beat);
            srv.closeAllConnections();
            srv.close(r);
          }),
      }),
    ),
  );
}
if (process.argv[1] === new URL(import.meta.url).pathname)
  console.log((await start('dist', Number(process.argv[2] ?? 18100))).url);
