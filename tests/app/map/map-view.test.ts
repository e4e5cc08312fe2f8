import { describe, expect, it } from "vitest";
import { formatMapView, parseMapView } from "#app/components/map/map-view.ts";

describe("a view in an address", () => {
  it("is latitude, longitude and zoom, and is read back as it was written", () => {
    expect(formatMapView({ center: [12.56832, 55.67611], zoom: 14.25 })).toBe("55.67611,12.56832,14.25");
    expect(parseMapView("55.67611,12.56832,14.25")).toEqual({ center: [12.56832, 55.67611], zoom: 14.25 });
  });

  it.each(["", "55.6,12.5", "55.6,12.5,", "a,b,c", "95,12,14", "55,12,3", "55,12,40", "55,12,14,1"])(
    "is refused where it is %j",
    (text) => expect(parseMapView(text)).toBeNull(),
  );
});
