export function schemaObjects(client: {
  query(sql: string): Promise<{ rows: { name: string; text: string }[] }>;
}): Promise<Map<string, string>>;
