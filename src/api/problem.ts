// Why a request is not answered as asked: a status and one sentence; the server puts it into the form the route speaks.

export class ApiProblem extends Error {
  readonly status: 400 | 403 | 404 | 503;
  /** The parameter at fault. */
  readonly parameter?: string;
  constructor(status: 400 | 403 | 404 | 503, sentence: string, parameter?: string) {
    super(sentence);
    this.name = "ApiProblem";
    this.status = status;
    if (parameter !== undefined) this.parameter = parameter;
  }
}

/** The same for what is not there and what nobody may see. */
export function notFound(): ApiProblem {
  return new ApiProblem(404, "there is nothing here by that number or name");
}
