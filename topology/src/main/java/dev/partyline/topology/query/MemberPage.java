package dev.partyline.topology.query;

import dev.partyline.topology.query.check.Member;

/**
 * Some of a workspace's members, by userId.
 *
 * @param page removed ones included
 * @param count how many members the workspace has in all, inactive ones included, removed ones not
 */
public record MemberPage(Page<Member> page, long count) {}
