// Search and filters of the list: one form whose fields are the address, and the filters in force with a way to take each away.
import { engagementStatusTexts } from "#app/domain/engagement/engagement-status.ts";
import { grades } from "#app/domain/risk/residual-risk.ts";
import { riskBands } from "#app/domain/risk/risk-levels.ts";
import { categories, categoryTexts } from "#app/domain/vendor/categories.ts";
import { type VendorFilter, type VendorListRequest, vendorListAddress } from "#app/domain/vendor/vendor-list.ts";
import { type VendorStanding, vendorStandings } from "#app/domain/vendor/vendor-standing.ts";
import { Button } from "#app/ui/button.tsx";
import { type FilterChip, FilterChips } from "#app/ui/filter-chips.tsx";
import { Input } from "#app/ui/input.tsx";
import { Select } from "#app/ui/select.tsx";
import { useKitWords } from "#app/ui/words.ts";

interface VendorFiltersProps {
  request: VendorListRequest;
  owners: readonly { id: string; name: string }[];
}

export function VendorFilters({ request, owners }: VendorFiltersProps) {
  const words = useKitWords();
  const { filter, sort } = request;
  const standingText = (standing: VendorStanding) => (standing === "prospect" ? words.prospect : engagementStatusTexts[standing]);
  const selects = [
    {
      name: "category",
      label: "Category",
      value: filter.category,
      options: categories.map((value) => ({ value, label: categoryTexts[value] })),
    },
    {
      name: "standing",
      label: "Status",
      value: filter.standing,
      options: vendorStandings.map((value) => ({ value, label: standingText(value) })),
    },
    {
      name: "residual",
      label: "Residual risk",
      value: filter.residual,
      options: [...riskBands].reverse().map((value) => ({ value, label: words.risk[value] })),
    },
    {
      name: "grade",
      label: "Grade",
      value: filter.grade,
      options: [...grades, "none" as const].map((value) => ({ value, label: value === "none" ? "Not graded" : `Grade ${value}` })),
    },
    { name: "owner", label: "Owner", value: filter.ownerId, options: owners.map(({ id, name }) => ({ value: id, label: name })) },
  ];
  const without = (name: keyof VendorFilter) => vendorListAddress({ filter: { ...filter, [name]: undefined }, sort });
  const chips: FilterChip[] = selects.flatMap(({ name, label, value, options }) => {
    if (value === undefined) return [];
    const key = name === "owner" ? "ownerId" : (name as keyof VendorFilter);
    return [{ name: label, value: options.find((option) => option.value === value)?.label ?? value, removeHref: without(key) }];
  });
  if (filter.q !== undefined) chips.unshift({ name: "Search", value: filter.q, removeHref: without("q") });
  return (
    <search className="bar-tools">
      <form className="row" action="/vendors" aria-label="Vendors">
        {filter.tier !== undefined && <input type="hidden" name="tier" value={filter.tier} />}
        {sort !== "name" && <input type="hidden" name="sort" value={sort} />}
        <label className="sr" htmlFor="q">
          Search vendors
        </label>
        <Input
          className="tools__search"
          id="q"
          name="q"
          type="search"
          placeholder="Name or domain"
          maxLength={80}
          defaultValue={filter.q}
        />
        {selects.map(({ name, label, value, options }) => (
          <Select
            key={name}
            className="tools__select"
            name={name}
            aria-label={label}
            placeholder={label}
            options={options}
            defaultValue={value ?? ""}
          />
        ))}
        <Button icon="list-filter">Filter</Button>
      </form>
      <FilterChips chips={chips} />
    </search>
  );
}
