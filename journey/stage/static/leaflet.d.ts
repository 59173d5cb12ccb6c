// What we use of Leaflet 1.9 (https://leafletjs.com/reference.html), and what its own parts and handlers use, which begins with _.

export {};

declare global {
  namespace L {
    type At = LatLng | [number, number] | number[];

    interface Point { x: number; y: number; add(other: Point): Point; subtract(other: Point | [number, number]): Point; multiplyBy(by: number): Point; round(): Point }
    interface LatLng { lat: number; lng: number; wrap(): LatLng }
    interface Bounds { min: Point; max: Point; getSize(): Point; contains(other: Bounds): boolean }
    interface LatLngBounds {
      extend(other: LatLngBounds): LatLngBounds;
      contains(at: At): boolean;
      pad(share: number): LatLngBounds;
      getNorth(): number; getSouth(): number; getEast(): number; getWest(): number;
    }
    interface MouseEvent { originalEvent: globalThis.MouseEvent; containerPoint: Point; latlng: LatLng }

    interface Evented {
      addEventListener(names: string, act: (event: any) => void, context?: unknown): this;
      removeEventListener(names: string, act: (event: any) => void, context?: unknown): this;
      fire(name: string, told?: object): this;
    }
    interface Layer extends Evented { addTo(map: Map): this; remove(): this }
    interface Marker extends Layer { setLatLng(at: At): this; getLatLng(): LatLng; setIcon(icon: Icon): this; getElement(): HTMLElement | undefined }
    interface Tooltip extends Layer { setContent(content: HTMLElement): this; setLatLng(at: At): this }
    interface Control { addTo(map: Map): this; remove(): this; getContainer(): HTMLElement }
    interface Attribution extends Control { setPrefix(text: string | false): this; addAttribution(text: string): this; removeAttribution(text: string): this }
    interface Icon { options: Record<string, any> }
    interface IconClass { new (options?: object): Icon; extend<T>(own: T & ThisType<T & Icon>): IconClass; Default: IconClass }

    interface Map extends Evented {
      attributionControl?: Attribution;
      journey?: Handle;
      readonly _animatingZoom?: boolean;
      options: { minZoom: number; maxBounds: LatLngBounds | null; crs: { projection: { MAX_LATITUDE: number } } };
      createPane(name: string): HTMLElement;
      getPane(name: string): HTMLElement | undefined;
      getContainer(): HTMLElement;
      getSize(): Point;
      getZoom(): number; getMinZoom(): number; getMaxZoom(): number;
      getCenter(): LatLng;
      getBounds(): LatLngBounds;
      getPixelOrigin(): Point;
      hasLayer(layer: Layer): boolean;
      project(at: At, zoom?: number): Point;
      unproject(point: Point, zoom: number): LatLng;
      containerPointToLayerPoint(at: Point | [number, number]): Point;
      containerPointToLatLng(at: Point | [number, number]): LatLng;
      latLngToContainerPoint(at: At): Point;
      latLngToLayerPoint(at: At): Point;
      invalidateSize(options: { animate: boolean }): this;
      setMaxBounds(box: [number, number][]): this;
      setMinZoom(zoom: number): this; setMaxZoom(zoom: number): this;
      setView(at: At, zoom: number, options?: { animate: boolean }): this;
      panBy(by: [number, number], options: { animate: boolean }): this;
      setZoom(zoom: number): this;
      mouseEventToContainerPoint(event: globalThis.MouseEvent): Point;
      _stop(): this;
      _moveStart(zooms: boolean, quiet?: boolean): this;
      _move(at: At, zoom: number, told?: object): this;
      _moveEnd(zooms: boolean): this;
      _getNewPixelOrigin(centre: LatLng, zoom: number): Point;
      _limitCenter(centre: LatLng, zoom: number, bounds: LatLngBounds | null): LatLng;
    }

    /** A layer with a canvas over the view; what `extend` gets may use all of this. */
    interface Renderer extends Layer {
      options: Record<string, any>;
      _map: Map;
      _bounds?: Bounds;
      _container: HTMLElement;
      initialize(options: object): void;
      getEvents(): Record<string, (event: any) => void>;
      _update(): void;
    }
    interface RendererClass { new (options?: any): Renderer; prototype: Renderer; extend<T>(own: T & ThisType<T & Renderer>): Extended<T> }
    interface Extended<T> { new (options?: any): T & Renderer; prototype: T & Renderer; extend<U>(own: U & ThisType<U & T & Renderer>): Extended<T & U> }

    const Renderer: RendererClass;
    const Icon: IconClass;
    const Marker: { mergeOptions(options: { icon: Icon }): void };
    let AwesomeMarkers: { Icon: IconClass; icon(options?: object): Icon }; // a plugin that folium's icons are written for
    const DomEvent: {
      on(element: HTMLElement, names: string, act: (event: Event) => void): void;
      stop(event: Event): void;
      disableClickPropagation(element: HTMLElement): void;
      disableScrollPropagation(element: HTMLElement): void;
    };
    const DomUtil: { setPosition(element: HTMLElement, at: Point): void; setTransform(element: HTMLElement, at: Point, scale: number): void };
    const control: { scale(options: object): Control };
    function bounds(a: Point, b: Point): Bounds;
    function point(x: number, y: number): Point;
    function latLng(lat: number, lng: number): LatLng;
    function latLngBounds(points: number[][]): LatLngBounds;
    function divIcon(options: { className: string; html: string | Element; iconSize: [number, number] | undefined }): Icon;
    function map(element: HTMLElement, options: object): Map;
    function marker(at: At, options: { icon: Icon; pane?: string; interactive?: boolean; keyboard?: boolean; zIndexOffset?: number }): Marker;
    function polyline(points: number[][], options: { color: string; weight: number; interactive: boolean; pane: string }): Layer;
    function tileLayer(url: string, options: object): Layer;
    function tooltip(options: object): Tooltip;
  }
}
