/**
 * Agencies with software of their own fetch their legs by the engine's external-task protocol. Each has a client with a
 * secret, which sees the work of its own agencies and nothing else.
 */
@NamedInterface("pull")
@NullMarked
package vn.lienthong.interconnection.pull;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
