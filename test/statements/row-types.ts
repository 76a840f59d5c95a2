import { resolve } from 'node:path';
import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import {
  API,
  type Project,
  type Symbol as Property,
  SymbolFlags,
  type Type,
  TypeFlags,
  type UnionType,
} from 'typescript/unstable/sync';

const root = resolve(import.meta.dirname, '../..');

/** A statement of db/ that says what its rows look like. */
export interface TypedStatement {
  file: string;
  /** Lines from the tag to the end of the template, counted from 1. */
  from: number;
  to: number;
  /** Columns that each row must have, and all that it may have. */
  required: readonly string[];
  allowed: ReadonlySet<string>;
}

/** Every statement in db/ with a row type of named columns, as the compiler sees it. */
export function typedStatements(): TypedStatement[] {
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProject: resolve(root, 'tsconfig.json') }).getProjects();
    if (project === undefined) throw new Error('tsconfig.json opens no project');
    const names = project.program
      .getSourceFileNames()
      .filter((name) => name.startsWith(`${root}/db/`) && name.endsWith('.ts'));
    return names.flatMap((name) => {
      const source = project.program.getSourceFile(name);
      return source === undefined ? [] : statementsOf(project, source, name.slice(root.length + 1));
    });
  } finally {
    api.close();
  }
}

function statementsOf(project: Project, source: SourceFile, file: string): TypedStatement[] {
  const found: TypedStatement[] = [];
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: Node): void => {
    const rows = rowsTypeOf(node);
    const row = rows === undefined ? undefined : elementOf(project, rows);
    if (row !== undefined) {
      const { required, allowed } = columnsOf(project, row);
      if (allowed.size > 0)
        found.push({ file, from: line(node.getStart(source)), to: line(node.end), required, allowed });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** The type argument of sql<Row[]>`…` or sql.unsafe<Row[]>(…). */
function rowsTypeOf(node: Node): Node | undefined {
  const typed = node as Node & { typeArguments?: readonly Node[]; tag?: Node; expression?: Node };
  const isStatement =
    node.kind === SyntaxKind.TaggedTemplateExpression ||
    (node.kind === SyntaxKind.CallExpression && /\bsql\.unsafe$/.test(typed.expression?.getText() ?? ''));
  return isStatement ? typed.typeArguments?.[0] : undefined;
}

function elementOf({ checker }: Project, rows: Node): Type | undefined {
  const type = checker.getTypeFromTypeNode(rows as never);
  if (type === undefined || !checker.isArrayLikeType(type)) return undefined;
  return checker.getTypeArguments(type as never)[0];
}

function columnsOf({ checker }: Project, row: Type): { required: string[]; allowed: Set<string> } {
  const parts = (row.flags & TypeFlags.Union) === 0 ? [row] : (row as UnionType).getTypes();
  const properties: readonly (readonly Property[])[] = parts.map((part) => checker.getPropertiesOfType(part));
  const allowed = new Set(properties.flat().map(({ name }) => name));
  const required = [...allowed].filter((name) =>
    properties.every((all) => all.some((p) => p.name === name && (p.flags & SymbolFlags.Optional) === 0)),
  );
  return { required, allowed };
}
