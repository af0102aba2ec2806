package vn.lienthong.interconnection.pull;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How the engine's REST API says no; the public workers read it.
 *
 * @param type kind of error
 * @param message in English, for whoever wrote the worker
 */
@Schema(name = "ExternalTaskError")
record ProtocolError(String type, String message) {}
