package dev.partyline.api.http.auth;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a resource method. Every method has this, but for those of {@link FreePaths}; without it the method answers
 * nobody. The path's {@code {ws}} and {@code {user}} are held against the token as well ({@link AccessRules}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {
    /** The caller needs one of these; none: any valid token will do. */
    Scope[] value();
}
