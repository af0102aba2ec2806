// A worker as an agency would write it, on the public client as it comes from npm. What it does with the work it gets is
// told by BEHAVIOUR; each thing that happens is one line of JSON.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { BasicAuthInterceptor, Client, File, Variables } from "camunda-external-task-client-js";

const { ADDRESS, CLIENT, SECRET, TOPIC, BEHAVIOUR, RESULT, WORKER = "js-worker", LOCK = "60000" } = process.env;

const say = (what, about = {}) => console.log(JSON.stringify({ what, ...about }));

const client = new Client({
  baseUrl: `${ADDRESS}/engine-rest`,
  workerId: WORKER,
  interceptors: new BasicAuthInterceptor({ username: CLIENT, password: SECRET }),
  maxTasks: 1,
  asyncResponseTimeout: 20000,
  interval: 50,
  lockDuration: Number(LOCK),
});

client.on("poll:error", (error) => {
  say("refused", { status: error.httpStatusCode, type: error.type, message: error.engineMsg });
  client.stop();
});

const behaviours = {
  async settle(task, taskService) {
    const papers = [];
    for (const name of Object.keys(task.variables.getAll()).filter((name) => name.startsWith("paper-"))) {
      const file = await task.variables.get(name).load();
      papers.push({ name, sha256: createHash("sha256").update(file.content).digest("hex") });
    }
    const notice = await new File({ localPath: RESULT, mimetype: "application/pdf" }).load();
    const answer = new Variables();
    answer.set("number", "CA-2026-77");
    answer.set("residence-deregistration-notice", notice);
    await taskService.complete(task, answer);
    say("completed", {
      origin: task.variables.get("origin"),
      deceased: task.variables.get("deceased").fullName,
      dueAt: task.variables.get("dueAt").toISOString(),
      listed: task.variables.get("papers"),
      papers,
      names: Object.keys(task.variables.getAll()).sort(),
    });
  },
  async return(task, taskService) {
    await taskService.handleBpmnError(task, "RETURNED", "Thiếu tờ khai CT01");
    say("returned");
  },
  async refuse(task, taskService) {
    await taskService.handleBpmnError(task, "REFUSED", "Người chết không đăng ký thường trú tại địa bàn");
    say("refused-leg");
  },
  async fail(task, taskService) {
    const left = task.retries === null ? 1 : task.retries - 1;
    await taskService.handleFailure(task, {
      errorMessage: "database is away",
      errorDetails: readFileSync(import.meta.filename ?? process.argv[1], "utf8").slice(0, 100),
      retries: left,
      retryTimeout: 100,
    });
    say("failed", { left });
  },
  async hold(task, taskService) {
    await taskService.extendLock(task, Number(LOCK));
    say("holding", { id: task.id });
  },
};

client.subscribe(TOPIC, async ({ task, taskService }) => {
  client.stop();
  try {
    await behaviours[BEHAVIOUR](task, taskService);
  } catch (error) {
    say("error", { status: error.httpStatusCode, message: error.engineMsg ?? String(error) });
  }
  process.exit(0);
});
say("waiting");
