// What a client asks first: which server this is.

import type { Resource } from "../route.ts";
import { object, orNull, ref, text } from "../shape.ts";

export const system: Resource = {
  name: "systeminfo",
  description: "The server and the tracker it shows.",
  shapes: {
    SystemInfo: object("the server", {
      version: text("the version of the API's data, as dotted whole numbers"),
      tracker: text("what the tracker calls itself"),
      commit: orNull(text("the commit that is shown")),
      software: text("the program's name"),
    }),
  },
  routes: [
    {
      path: "/systeminfo",
      summary: "Get what server this is",
      parameters: {},
      shape: ref("SystemInfo"),
      answer: ({ catalogue }) => ({
        version: "0.0.1",
        tracker: catalogue.config?.data.name ?? "Tracker",
        commit: catalogue.commit,
        software: "storytree",
      }),
    },
  ],
};
