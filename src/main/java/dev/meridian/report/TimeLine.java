package dev.meridian.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What happens during a drill, on a time axis. All times are seconds after the beginning.
 *
 * @param seconds the length of the axis, at least 1
 * @param note what bars and points mean, in sentences
 */
public record TimeLine(int seconds, String note, List<Lane> lanes) {
  /** Where the axis begins and ends, in units of the drawing; the labels are to its left. */
  private static final double LEAST_LEFT = 180;

  private static final double MOST_LEFT = 440;
  private static final double RIGHT = 985;

  /** Units of a wide letter of a label. */
  private static final double LETTER = 7.4;

  private static final int TOP = 34;
  private static final int LANE = 30;

  /** Less would not be visible. */
  private static final double LEAST = 2;

  private static final int MOST_TICKS = 9;
  private static final int MINUTE = 60;
  private static final int[] STEPS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400
  };

  public TimeLine {
    lanes = List.copyOf(lanes);
  }

  /** What a lane shows, which decides about its color. */
  public enum Kind {
    OUTAGE,
    HEALTH,
    LEAVING,
    RETURNING;

    /** The class of its elements. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A row.
   *
   * @param label what its bars and points are, such as {@code health check web is unhealthy}
   */
  public record Lane(String label, Kind kind, List<Bar> bars, List<Point> points) {
    public Lane {
      bars = List.copyOf(bars);
      points = List.copyOf(points);
    }
  }

  /** Something that lasts from one time to another. */
  public record Bar(double from, double to, String text) {}

  /** Something that happens once. */
  public record Point(double at, String text) {}

  /** The time axis has a line at each of these. */
  public List<Integer> ticks() {
    int step = STEPS[STEPS.length - 1];
    for (int candidate : STEPS) {
      if (seconds / candidate <= MOST_TICKS) {
        step = candidate;
        break;
      }
    }
    List<Integer> ticks = new ArrayList<>();
    for (int at = 0; at <= seconds; at += step) {
      ticks.add(at);
    }
    return ticks;
  }

  /** Such as {@code 1:05} for 65 seconds. */
  public static String time(double seconds) {
    long whole = (long) seconds;
    return String.format(Locale.ROOT, "%d:%02d", whole / MINUTE, whole % MINUTE);
  }

  /** The units from the left edge to a time. */
  public String x(double at) {
    return units(position(at));
  }

  public String width(Bar bar) {
    return units(Math.max(LEAST, position(bar.to()) - position(bar.from())));
  }

  /** The label of a lane, cut if there is no space for all of it. */
  public String shortLabel(Lane lane) {
    int most = (int) (MOST_LEFT / LETTER) - 1;
    return lane.label().length() <= most ? lane.label() : lane.label().substring(0, most) + "…";
  }

  private double left() {
    double longest =
        LETTER * (1 + lanes.stream().mapToInt(lane -> lane.label().length()).max().orElse(0));
    return Math.max(LEAST_LEFT, Math.min(longest, MOST_LEFT));
  }

  private double position(double at) {
    return left() + (RIGHT - left()) * Math.max(0, Math.min(at, seconds)) / seconds;
  }

  /** The units from the top edge to a lane. */
  public int y(int lane) {
    return TOP + lane * LANE;
  }

  public int height() {
    return TOP + lanes.size() * LANE + LANE / 3;
  }

  private static String units(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
