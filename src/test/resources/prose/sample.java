/** What fails is told, {@code is told}. */
final class Sample {
  int butFor = 1;
  String text = "a // string is " + "told";
}
