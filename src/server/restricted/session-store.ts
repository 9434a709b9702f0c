// Sessions in SQLite: they outlive a restart, and all of one person's can be ended at once.

import { randomBytes } from "node:crypto";
import { chmodSync } from "node:fs";
import { type SessionData, Store } from "express-session";
import { openDatabase } from "../../index/database.ts";
import type { Checks } from "./oidc.ts";

declare module "express-session" {
  interface SessionData {
    /** Who signed in, as the provider names them; absent until they have. */
    subject?: string;
    /** Milliseconds since 1970. */
    since?: number;
    /** A sign-in that has begun, and where its reader wanted to go. */
    begun?: { readonly checks: Checks; readonly to: string };
  }
}

export interface SessionLimits {
  /** Milliseconds without a request after which a session is over. */
  readonly idle: number;
  /** Milliseconds after which one has to sign in again, come what may. */
  readonly absolute: number;
}

type Answer<T> = (error: unknown, value?: T) => void;

export class SqliteSessions extends Store {
  readonly secret: string;
  private readonly db;
  private readonly now;
  private readonly limits;

  /** `path` is the file; ":memory:" keeps none. */
  constructor(path: string, now: () => number, limits: SessionLimits) {
    super();
    this.now = now;
    this.limits = limits;
    this.db = openDatabase(path);
    if (path !== ":memory:") chmodSync(path, 0o600);
    this.db.exec(
      "PRAGMA secure_delete = ON; CREATE TABLE IF NOT EXISTS session (sid TEXT PRIMARY KEY, subject TEXT, last INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID; CREATE TABLE IF NOT EXISTS secret (value TEXT NOT NULL)",
    );
    const known = this.db.prepare("SELECT value FROM secret").get()?.value;
    this.secret = typeof known === "string" ? known : randomBytes(32).toString("base64url");
    if (known === undefined) this.db.prepare("INSERT INTO secret VALUES (?)").run(this.secret);
  }

  override get(sid: string, answer: Answer<SessionData | null>): void {
    this.attempt(answer, () => {
      const row = this.db.prepare("SELECT last, data FROM session WHERE sid = ?").get(sid);
      if (!row) return null;
      const data = JSON.parse(String(row.data)) as SessionData;
      const now = this.now();
      const isOver = now - Number(row.last) >= this.limits.idle || now - (data.since ?? now) >= this.limits.absolute;
      if (!isOver) return data;
      this.db.prepare("DELETE FROM session WHERE sid = ?").run(sid);
      return null;
    });
  }

  override set(sid: string, data: SessionData, answer: Answer<void> = () => undefined): void {
    this.attempt(answer, () => {
      const now = this.now();
      this.db.prepare("DELETE FROM session WHERE last <= ?").run(now - this.limits.idle);
      this.db
        .prepare("INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?)")
        .run(sid, data.subject ?? null, now, JSON.stringify(data));
    });
  }

  override touch(sid: string, _data: SessionData, answer: Answer<void> = () => undefined): void {
    this.attempt(answer, () => this.db.prepare("UPDATE session SET last = ? WHERE sid = ?").run(this.now(), sid));
  }

  override destroy(sid: string, answer: Answer<void> = () => undefined): void {
    this.attempt(answer, () => this.db.prepare("DELETE FROM session WHERE sid = ?").run(sid));
  }

  /** Ends every session of a person, wherever they are signed in. */
  endAll(subject: string): void {
    this.db.prepare("DELETE FROM session WHERE subject = ?").run(subject);
  }

  close(): void {
    this.db.close();
  }

  private attempt<T>(answer: Answer<T>, work: () => T): void {
    let value: T;
    try {
      value = work();
    } catch (error) {
      answer(error);
      return;
    }
    answer(null, value);
  }
}
