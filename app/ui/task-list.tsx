// Tasks in order, each with its state; the whole row is the target. A task without href cannot be begun yet.

import type { ReactNode } from "react";

export interface Task {
  id: string;
  title: string;
  href?: string;
  /** A StatusPill, bare. */
  state: ReactNode;
  note?: ReactNode;
  /** Before the title; none for closing tasks. */
  number?: number;
}

export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ol className="tasks">
      {tasks.map((task) => (
        <li key={task.id} className={task.href === undefined ? "is-closed" : undefined}>
          <span className="tasks__n">{task.number}</span>
          <div>
            {task.href === undefined ? <span className="quiet">{task.title}</span> : <a href={task.href}>{task.title}</a>}
            {task.note !== undefined && (
              <p className="quiet">
                <small>{task.note}</small>
              </p>
            )}
          </div>
          <span className="tasks__state">{task.state}</span>
        </li>
      ))}
    </ol>
  );
}
