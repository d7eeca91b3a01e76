import { addToVary, bestEncoding, compress, isCompressible } from './representation.ts';

/**
 * Compresses a page that is not kept, for someone who is not signed in. A signed-in page holds secrets beside words that
 * came with the request, and the length of a compressed page tells an eavesdropper whether the two are alike (BREACH).
 */
export async function compressResponse(request: Request, response: Response): Promise<Response> {
  const { headers, status } = response;
  const contentType = headers.get('content-type') ?? '';
  if (
    request.method === 'HEAD' ||
    !response.body ||
    headers.has('content-encoding') ||
    headers.has('content-disposition')
  )
    return response;
  if (!isCompressible(contentType, Infinity)) return response;
  headers.set('vary', addToVary(headers.get('vary') ?? undefined, 'Accept-Encoding'));
  const encoding = bestEncoding(request.headers.get('accept-encoding') ?? undefined);
  if (encoding === 'identity' || request.headers.has('cookie') || request.headers.has('authorization')) return response;
  const body = Buffer.from(await response.arrayBuffer());
  if (!isCompressible(contentType, body.length)) return new Response(body, { status, headers });
  const compressed = await compress(body, encoding);
  headers.set('content-encoding', encoding);
  headers.set('content-length', String(compressed.length));
  return new Response(new Uint8Array(compressed), { status, headers });
}
