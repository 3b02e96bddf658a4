// What Google's own files ask and warn of, worked out by hand from the file's conditions; each line gives the rule it rests on. Answers are
// given to every group of choices, hidden ones included: what is hidden must not count.
import { describe, expect, it } from "vitest";
import { score } from "#app/domain/assessment/score.ts";
import type { Answers } from "#app/domain/questionnaire/answer.ts";
import { compile } from "#app/domain/questionnaire/compile.ts";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import { questionsOf } from "#app/domain/questionnaire/structure.ts";
import { importQuestionnaire } from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { findSamples } from "#tests/support/samples.ts";

/** Id in the file, whether it shows, the severity of the finding it opens, and why. */
type Line = [id: string, shown: boolean, finding: string | null, why: string];

const nothing: Record<"infrastructure" | "webapp", Line[]> = {
  infrastructure: [
    ["options", true, null, "no condition"],
    ["network_config_guidelines", true, null, "no condition"],
    ["warn_no_network_config_guidelines", false, null, "network_config_guidelines_no is not chosen"],
    ["warn_no_network_firewalls", false, null, "network_firewalls_no is not chosen"],
    ["network_dmz", false, null, "its block needs network_firewalls_yes"],
    ["network_encryption", true, null, "no condition"],
    ["network_unencrypted_protocols", false, null, "its block needs network_encryption_no"],
    ["warn_network_wifi_enc_bad", false, null, "its block needs network_wifi_yes"],
    ["warn_network_vpn_nostrongauth", false, null, "its block needs network_vpn_yes"],
    ["network_outsourced_company", false, null, "network_outsourced_yes is not chosen"],
    ["network_other", true, null, "no condition"],
    ["servers_hardening_requirements", false, null, "its block needs servers_hardening_yes"],
    ["warn_servers_patching", false, null, "servers_patching_no is not chosen"],
    ["servers_admin_linux_sudo", false, null, "its block needs servers_admin_unix"],
    ["servers_admin_auditing", false, null, "req_sensitive is not ticked"],
    ["servers_backup_dcsync", false, null, "req_sensitive is not ticked"],
    ["servers_backup_media", true, null, "!req_nodata, and it is not ticked"],
    ["servers_backup_media_encryption", false, null, "servers_backup_media_yes is not chosen"],
    ["warn_servers_email_security_spoof", false, null, "its block needs req_sensitive, whatever is ticked inside"],
    ["clients_patching_applications", false, null, "its block needs clients_patching_yes, though its own condition holds"],
    ["clients_media_encryption", false, null, "!req_nodata && req_sensitive: the second does not hold"],
    ["testing_inhouse_fte", false, null, "its block needs testing_inhouse_yes"],
    ["security_contacts", true, null, "no condition"],
  ],
  webapp: [
    ["application_name", true, null, "no condition"],
    ["warn_application_no_xss_strategy", true, "medium", "five times not ticked, and that is so; no severity means medium"],
    ["warn_application_xss_perpage", false, null, "application_xss_perpage is not ticked"],
    ["application_ssl_configuration_ciphers", false, null, "neither mixed nor exclusively is chosen"],
    ["application_auth_cookies_httponly", false, null, "its block needs a login or an admin interface"],
    ["application_xss_content_type", true, null, "no condition, nor its blocks"],
    ["application_xss_fileupload", false, null, "application_webvuln_upload is not ticked"],
    ["application_testing_unit", true, null, "no condition"],
  ],
};

const first: Record<"infrastructure" | "webapp", Line[]> = {
  infrastructure: [
    ["warn_no_network_config_guidelines", false, null, "the first option is yes"],
    ["network_dmz", true, null, "network_firewalls_yes is the first option"],
    ["warn_no_network_dmz", false, null, "network_dmz_yes is the first option"],
    ["network_unencrypted_protocols", false, null, "its block needs network_encryption_no"],
    ["network_management_segment", false, null, "…_management is ticked, but in a hidden block"],
    ["warn_network_encryption_protocols_management", false, null, "ticked, but in a hidden block"],
    ["network_centrallogging", true, null, "its block needs network_monitoring_yes, the first option"],
    ["warn_network_wifi_enc_bad", true, "critical", "network_wifi_enc_no is the first option"],
    ["warn_network_wifi_enc_psk", false, null, "network_wifi_enc_wpapsk is the third option"],
    ["warn_network_vpn_no2ndfactor", true, "high", "req_sensitive and …_pwd are first, …_2nd_factor is not ticked"],
    ["warn_network_vpn_nostrongauth", false, null, "all but the last hold: !^warn_network_vpn_no2ndfactor, which is visible"],
    ["warn_network_vpn_nopwd", false, null, "!network_vpn_auth_pwd does not hold"],
    ["warn_network_vpn_noncorp", true, "high", "network_vpn_noncorp_yes is the first option"],
    ["warn_network_vpn_noncorp_technical", false, null, "…_technical is the third option"],
    ["network_outsourced_audits", true, null, "network_outsourced_yes is the first option"],
    ["servers_configmgmt_audit", true, null, "servers_configmgmt_yes is first, its block needs servers_hardening_yes, first, too"],
    ["warn_servers_patching_infosource_osupdate_only", false, null, "…_scanning is ticked, not …_osupdate"],
    ["servers_admin_windows_da_accounts", true, null, "servers_admin_windows is the first option"],
    ["servers_admin_linux_sudo", false, null, "servers_admin_unix is the second option"],
    ["servers_admin_linux_root", false, null, "servers_admin_linux_sudo_yes is chosen, but in a hidden block"],
    ["servers_admin_auditing", true, null, "req_sensitive is the first option"],
    ["servers_backup_media", true, null, "req_nodata is the second option"],
    ["warn_servers_email_security_spoof", false, null, "email_security_spf_policy is the first option"],
    ["warn_clients_admin_samepassword", true, "high", "clients_admin_samepassword_yes is the first option"],
    ["warn_clients_winxp", true, "critical", "clients_winxp_yes is the first option"],
    ["warn_clients_mobile_phones", true, "medium", "clients_mobile_phones_yes is the first option"],
    ["clients_patching_applications", true, null, "its block is open, and the warning it asks about is hidden"],
    ["clients_media_encryption", true, null, "!req_nodata && req_sensitive: both hold"],
    ["testing_inhouse_other_details", false, null, "testing_inhouse_other is the last option"],
    ["testing_inhouse_fte", true, null, "testing_inhouse_pentestext is the first option"],
  ],
  webapp: [
    ["warn_application_not_ssl", false, null, "application_ssl_exclusively is the first option"],
    ["application_ssl_mixedcontent", true, null, "mixed or exclusively: the latter"],
    ["application_ssl_configuration_termination_other_value", false, null, "…_other is the third option"],
    ["application_auth_cookies_httponly", true, null, "application_authentication_requires_login is the first option"],
    ["warn_application_authentication_openid_deprecated", false, null, "…_sso_saml is the first option, not …_openid"],
    ["warn_application_auth2_self", false, null, "its block needs …_sso_oauth, the second option"],
    ["warn_application_custom_auth_storage_insecure", true, "critical", "…_storage_plain is the first option, in two open blocks"],
    ["warn_application_custom_auth_initpwd_selfset", true, "high", "selfset and prepopulated_yes are first options"],
    ["warn_application_custom_auth_recovery_questions", true, "high", "questions ticked, neither link nor password"],
    ["warn_application_no_xss_strategy", false, null, "application_xss_templating is ticked"],
    ["application_auth_cookies_timeout", false, null, "neither …_sig nor …_random is ticked"],
    ["application_auth_cookies_timeout_length", true, null, "…_timeout_yes hidden, but …_framework is ticked"],
    ["warn_application_plugin_java", false, null, "its block needs application_webvuln_plugin, the second option"],
    ["application_sqli_orm_which", true, null, "application_webvuln_db and application_sqli_orm are first options"],
    ["warn_application_testing_unit_coverage", false, null, "…_coverage_large is the first option"],
  ],
};

const last: Record<"infrastructure" | "webapp", Line[]> = {
  infrastructure: [
    ["warn_no_network_config_guidelines", true, "high", "network_config_guidelines_no is the last option"],
    ["warn_no_network_firewalls", true, "critical", "network_firewalls_no is the last option"],
    ["network_dmz", false, null, "its block needs network_firewalls_yes"],
    ["warn_no_network_dmz", false, null, "network_dmz_no is chosen, but in a hidden block"],
    ["warn_no_network_encryption", true, "high", "network_encryption_no is the last option"],
    ["network_unencrypted_protocols", true, null, "its block needs network_encryption_no"],
    ["warn_network_encryption_protocols_filetransfer", false, null, "…_filetransfer is the third option, …_other the last"],
    ["warn_network_arpspoofing", true, "medium", "network_arpspoofing_no is the last option, in an open block"],
    ["network_management_segment", false, null, "…_management is the first option"],
    ["warn_network_management_segment", false, null, "…_segment_no is chosen, but its question is hidden"],
    ["warn_no_network_monitoring", true, "high", "network_monitoring_no is the last option"],
    ["warn_no_network_monitoring_logging", false, null, "its block needs network_monitoring_yes"],
    ["warn_network_vpn_nopwd", false, null, "its block needs network_vpn_yes"],
    ["network_outsourced_company", false, null, "network_outsourced_yes is the first option"],
    ["warn_servers_patching", true, "critical", "servers_patching_no is the last option"],
    ["servers_admin_linux_sudo", true, null, "servers_admin_unix is the last option"],
    ["warn_servers_admin_linux_sudo", true, "medium", "servers_admin_linux_sudo_no is the last option"],
    ["servers_admin_linux_root", false, null, "servers_admin_linux_sudo_yes is the first option"],
    ["warn_servers_admin_windows_da_accounts", false, null, "its block needs servers_admin_windows"],
    ["servers_admin_auditing", false, null, "req_sensitive is the first option"],
    ["servers_backup_media", false, null, "!req_nodata, and it is the last option"],
    ["warn_servers_backup_test", true, "medium", "servers_backup_test_no is the last option"],
    ["warn_servers_email_security_encryption", false, null, "its block needs req_sensitive"],
    ["warn_clients_admin", true, "high", "clients_admin_restricted_no is the last option"],
    ["warn_clients_winxp", false, null, "clients_winxp_yes is the first option"],
    ["clients_patching_applications", false, null, "its block needs clients_patching_yes"],
    ["warn_no_testing_pentests", true, "critical", "testing_pentests_no is the last option"],
    ["warn_no_testing_scans", true, "high", "testing_scans_no is the last option"],
  ],
  webapp: [
    ["warn_application_not_ssl", true, "high", "application_ssl_none is the last option"],
    ["application_ssl_mixedcontent", false, null, "neither mixed nor exclusively"],
    ["application_authentication_roles_description", true, null, "application_authentication_roles is the last option"],
    ["application_custom_auth", false, null, "neither login nor admin interface"],
    ["warn_application_authz_no_vertical", false, null, "…_vertical_no is chosen, but its block needs a login or an admin interface"],
    ["application_webvuln_crypto_details", true, null, "application_webvuln_crypto is the last option"],
    ["warn_application_xss_sanitization", true, "medium", "application_xss_sanitization is the last option"],
    ["warn_application_xss_content_type", true, "medium", "…_content_type_no is the last option"],
    ["application_upload_storage_types", false, null, "its block needs application_webvuln_upload"],
    ["warn_warn_application_monitoring", true, "medium", "weak or none: none is the last option"],
    ["warn_application_testing_qa_security", true, "medium", "…_qa_security_no is the last option"],
  ],
};

const sample = findSamples(6);

/** The option at one end of every group of choices; warnings stay unanswered. */
function answers(questionnaire: Questionnaire, end: 0 | -1): Answers {
  return Object.fromEntries(
    questionsOf(questionnaire).flatMap(({ question: { id, type, options, onFail } }) => {
      const code = Object.keys(options ?? {}).at(end);
      if (code === undefined || onFail?.finding) return [];
      return [[id, { value: type === "multichoice" ? [code] : code }]];
    }),
  );
}

it("twenty items at least are worked out by hand for each scenario, each once and with its rule", () => {
  for (const { infrastructure, webapp } of [nothing, first, last]) {
    const ids = [...infrastructure.map(([id]) => `infrastructure ${id}`), ...webapp.map(([id]) => `webapp ${id}`)];
    expect(ids.length).toBeGreaterThanOrEqual(20);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...infrastructure, ...webapp].every(([, , , why]) => why.length > 3)).toBe(true);
  }
});

if (sample) {
  describe.each(["infrastructure", "webapp"] as const)("Google's questionnaire %s", (name) => {
    const { questionnaire } = importQuestionnaire("vsaq", sample(`vsaq/${name}.json`));
    const set = compile([{ questionnaire, sha256: "" }]);
    it.each([
      ["nothing is answered", nothing[name], {}],
      ["the first option is taken everywhere", first[name], answers(questionnaire, 0)],
      ["the last option is taken everywhere", last[name], answers(questionnaire, -1)],
    ] as const)("asks and warns as its own rules say when %s", (_, lines, given) => {
      const { questions, findings } = score(set, { answers: given, facts: {} });
      const seen = lines.map(([id, , , why]): Line => {
        const question = questions.find((each) => each.id === id);
        const finding = findings.find((each) => each.question === id);
        return [id, question?.visible ?? (`there is no ${id}` as never), finding?.severity ?? null, why];
      });
      expect(seen).toEqual(lines);
    });
  });
}
