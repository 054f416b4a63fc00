/**
 * The first argument of `.query()` must be a constant: a literal, or a template of constants. Anything else is an injection to come; values are parameters.
 */
export const constantSql = {
  meta: {
    type: 'problem',
    messages: { varying: 'SQL must be a constant; pass values as parameters.' },
    schema: [],
  },
  create(context) {
    const isNamedConstant = (node) => {
      const scope = context.sourceCode.getScope(node);
      const variable = findVariable(scope, node.name);
      const [definition] = variable?.defs ?? [];
      if (definition?.type === 'ImportBinding') return true;
      if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return false;
      return isConstant(definition.node.init);
    };
    const isConstant = (node) => {
      if (node?.type === 'Literal') return true;
      if (node?.type === 'TemplateLiteral') return node.expressions.every(isConstant);
      if (node?.type === 'BinaryExpression') return isConstant(node.left) && isConstant(node.right);
      return node?.type === 'Identifier' && isNamedConstant(node);
    };
    return {
      "CallExpression[callee.property.name='query']"(call) {
        const [sql] = call.arguments;
        const isBuiltHere = sql?.type === 'TemplateLiteral' || sql?.type === 'BinaryExpression';
        if (isBuiltHere && !isConstant(sql)) context.report({ node: sql, messageId: 'varying' });
      },
    };
  },
};

function findVariable(scope, name) {
  for (let at = scope; at; at = at.upper) {
    const found = at.set.get(name);
    if (found) return found;
  }
  return undefined;
}
