import { z } from 'zod';
import { translator } from '#domain/messages/translate.ts';
import { endpoints } from './registry.server.ts';

/** The description of /api/v1, made from the same list that answers it. */
export function describeApi(): Record<string, unknown> {
  const [english, thai] = [translator('en'), translator('th')];
  return {
    openapi: '3.1.0',
    info: { title: english('nav.productName'), version: '1' },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }, { cookie: [] }],
    paths: Object.fromEntries(
      endpoints.map(({ path, summary, parameters }) => [
        path,
        {
          get: {
            summary: english(summary as 'nav.productName'),
            description: thai(summary as 'nav.productName'),
            parameters: toParameters(path, parameters),
            responses: {
              '200': {
                description: 'OK',
                content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } },
              },
              default: {
                description: 'Problem',
                content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
              },
            },
          },
        },
      ]),
    ),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
      },
      schemas: { Answer: z.toJSONSchema(answerShape), Problem: z.toJSONSchema(problemShape) },
    },
  };
}

const answerShape = z.object({
  publication: z.object({ id: z.number(), publishedAt: z.string(), asOfOn: z.string() }).nullable(),
  data: z.unknown(),
});

const problemShape = z.object({
  ...{
    type: z.string(),
    status: z.number(),
    title: z.string(),
    detail: z.string(),
    titleTh: z.string(),
    detailTh: z.string(),
  },
  parameters: z.array(z.object({ parameter: z.string(), message: z.string() })).optional(),
  nearest: z.array(z.object({ label: z.string(), href: z.string() })).optional(),
});

function toParameters(path: string, shape: z.ZodObject): Record<string, unknown>[] {
  const schema = z.toJSONSchema(shape, { unrepresentable: 'any' }) as {
    properties?: Record<string, { description?: string; default?: unknown }>;
    required?: string[];
  };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = property;
    const isInPath = path.includes(`{${name}}`);
    const isRequired = isInPath || (schema.required?.includes(name) === true && rest.default === undefined);
    return {
      name,
      in: isInPath ? 'path' : 'query',
      required: isRequired,
      ...(description ? { description } : {}),
      schema: rest,
    };
  });
}
