// Kit page: everything a form is made of.

import { Button } from "../button.tsx";
import { Checkbox, CheckboxGroup } from "../checkbox.tsx";
import { DateInput } from "../date-input.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { Field } from "../field.tsx";
import { FileDrop } from "../file-drop.tsx";
import { FileList } from "../file-list.tsx";
import { FormActions, FormSection } from "../form-section.tsx";
import { IconButton } from "../icon-button.tsx";
import { Input } from "../input.tsx";
import { RadioGroup } from "../radio-group.tsx";
import { Segment } from "../segment.tsx";
import { Select } from "../select.tsx";
import { Textarea } from "../textarea.tsx";
import { KitSection } from "./kit-section.tsx";

const answers = [
  { value: "yes", label: "Yes" },
  { value: "partly", label: "Partly" },
  { value: "no", label: "No" },
  { value: "na", label: <span className="quiet">Not applicable</span>, isDisabled: true },
];

export function KitForms() {
  return (
    <>
      <KitSection id="field" title="Field" rule="Label, hint, error, control. An error says what to do. Forms use 16px and 40px controls.">
        <div className="form form--kit">
          <div className="demo demo--grid">
            <Field name="name" label="Name">
              <Input defaultValue="Mosswick Warehousing" />
            </Field>
            <Field name="site" label="Website" hint="We look for duplicates as you type" isOptional>
              <Input placeholder="example.com" />
            </Field>
            <Field name="focused" label="Focused">
              <Input className="is-focus" defaultValue="mosswick.example" />
            </Field>
            <Field name="email" label="Contact e-mail" error="Enter an address like name@example.com">
              <Input type="email" defaultValue="lotte@" />
            </Field>
            <Field name="register" label="Registration id" hint="From the register, cannot be changed">
              <Input defaultValue="NL 0042 1187" readOnly />
            </Field>
            <Field name="disabled" label="Disabled">
              <Input defaultValue="Not yet" disabled />
            </Field>
            <Field name="category" label="Category">
              <Select options={[{ value: "inventory", label: "Inventory" }]} placeholder="Choose one" defaultValue="inventory" />
            </Field>
            <Field name="review" label="Next review">
              <DateInput defaultValue="2027-01-31" />
            </Field>
            <Field name="q" label="Search">
              <Input type="search" placeholder="Name or domain" />
            </Field>
          </div>
          <div className="demo demo--two">
            <Field name="reason" label="Reason" hint="Kept in the report">
              <Textarea defaultValue="The export lists 41 administrators, 3 without a second factor." />
            </Field>
            <Field name="reason2" label="Reason" error="Give a reason of at least ten characters">
              <Textarea />
            </Field>
          </div>
          <FormSection title="A group of fields" hint="The buttons stand at its end, the primary one first.">
            <Checkbox name="owner" label="I own this risk" hint="Procurement may send, the owner confirms" />
          </FormSection>
          <FormActions>
            <Button tone="primary">Save and send questionnaire</Button>
            <Button>Save only</Button>
          </FormActions>
        </div>
      </KitSection>
      <KitSection id="choice" title="Choice" rule="Native radios and checkboxes: they work without script and keep their state in print.">
        <div className="form form--kit">
          <div className="demo demo--grid">
            <RadioGroup name="r1" legend="Radio group" hint="One answer" options={answers} defaultValue="partly" />
            <RadioGroup name="r2" legend="Radio group, error" error="Choose an answer" options={answers.slice(0, 3)} />
            <CheckboxGroup
              name="c1"
              legend="Checkboxes"
              defaultValues={["devices"]}
              options={[
                { value: "devices", label: "Managed devices only", hint: "Enforced, not only written down" },
                { value: "logged", label: "Reading is logged" },
              ]}
            />
          </div>
          <div className="demo">
            <Segment
              name="s1"
              label="Segmented choice"
              defaultValue="hours"
              options={[
                { value: "hours", label: "Hours" },
                { value: "days", label: "Days" },
                { value: "weeks", label: "Weeks" },
              ]}
            />
            <Segment
              name="s2"
              label="Determination"
              defaultValue="adjusted"
              options={[
                { value: "accepted", label: "Accepted", icon: "check", hotkey: "a" },
                { value: "adjusted", label: "Adjusted", icon: "pencil" },
                { value: "clarify", label: "Needs clarification", icon: "message-circle-question-mark", hotkey: "c" },
                { value: "rejected", label: "Rejected", icon: "x" },
              ]}
            />
          </div>
        </div>
      </KitSection>
      <KitSection
        id="file"
        title="FileDrop, FileList"
        rule="The file input itself: it takes dropped files and names them without script. Rows and progress are extra."
      >
        <div className="demo demo--two">
          <div className="stack">
            <Field name="u1" label="Evidence" hint="PDF, image or Excel, up to 25 MB each">
              <FileDrop multiple accept=".pdf,.png,.jpg,.xlsx" />
            </Field>
            <Field name="u2" label="Evidence, files above the box">
              <FileDrop multiple className="is-over" />
            </Field>
            <Field name="u3" label="Evidence" error="protocol.zip is a ZIP file. Attach a PDF, an image or an Excel file">
              <FileDrop multiple />
            </Field>
          </div>
          <FileList
            files={[
              {
                id: "1",
                name: "asv-scan-q3.pdf",
                state: "uploading",
                progress: { value: 62, max: 100, label: "Uploading asv-scan-q3.pdf" },
                note: "62\u00a0% of 3.4\u00a0MB",
                action: <IconButton icon="x" label="Cancel asv-scan-q3.pdf" />,
              },
              {
                id: "2",
                name: "attestation-of-compliance-service-provider-level-1-2026-signed.pdf",
                href: "#file",
                state: "stored",
                note: "1.2\u00a0MB · free of malware · sha256 9f2c…41ab",
                action: <IconButton icon="trash-2" label="Remove attestation" />,
              },
              { id: "3", name: "access-review-2025.pdf", state: "carried", note: "Carried over from 2025, valid to 30\u00a0Mar\u00a02027" },
              {
                id: "4",
                name: "protocol.zip",
                state: "refused",
                note: "ZIP files are not accepted. Attach a PDF",
                action: <IconButton icon="trash-2" label="Remove protocol.zip" />,
              },
            ]}
          />
        </div>
      </KitSection>
      <KitSection
        id="errors"
        title="ErrorSummary"
        rule="Takes focus, links to each field in the words the field uses. The page title starts with “Error:”."
      >
        <ErrorSummary
          title="Two answers need another look"
          errors={[
            { field: "email", message: "Contact e-mail: enter an address like name@example.com" },
            { field: "reason2", message: "Reason: give at least ten characters" },
          ]}
        />
      </KitSection>
    </>
  );
}
